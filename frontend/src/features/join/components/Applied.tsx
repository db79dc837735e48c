import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { actIn, refresh, type User } from "@/api/session";
import type { WorkState } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { actionFor } from "@/live/actions";
import { Button } from "@/ui/Button";
import { Pill } from "@/ui/Pill";
import { ProblemNote } from "@/ui/ProblemNote";
import { Tint } from "@/ui/tint";
import type { Application } from "../api/join";
import { ApplicationForm } from "./ApplicationForm";

const STATES: Record<Application["status"], WorkState> = { applied: "waiting", approved: "done", rejected: "blocked" };
/** What comes after approval, in the order in which it is done. */
const NEXT = [["", "about"], ["/hours", "hours"], ["/rules", "rules"], ["/bays", "bays"], ["/staff", "staff"]] as const;

/** One's application and what became of it, with what can be done next. */
export function Applied({ me, application }: { me: User; application: Application }) {
  const t = useT();
  const [changing, setChanging] = useState(false);
  const { name, address, postcode, city, status, rejected_reason, version } = application;
  const again = actionFor(application, me, "apply_again");
  return (
    <li className="flex flex-col gap-3">
      <Tint by={version} className="flex flex-col gap-3 rounded-md border bg-raised p-4 sm:p-5">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <div className="min-w-0">
            <h2 className="text-lg">{name}</h2>
            <p className="text-sm text-muted">{address}, {postcode} {city}</p>
          </div>
          <Pill state={STATES[status]}>{t(`join.status.${status}`)}</Pill>
        </div>
        {status === "applied" && <p className="text-pretty">{t("join.waits")}</p>}
        {status === "rejected" && (
          <>
            <p className="text-pretty">{t("join.rejected")}</p>
            <blockquote className="border-s-2 ps-3 whitespace-pre-line">{rejected_reason}</blockquote>
            {again && !changing && <Button tone={again.tone} className="self-start" onClick={() => setChanging(true)}>{t("join.change")}</Button>}
          </>
        )}
        {status === "approved" && <Approved application={application} />}
      </Tint>
      {again && changing && <ApplicationForm me={me} again={application} onDone={() => setChanging(false)} />}
    </li>
  );
}

function Approved({ application: { id, code } }: { application: Application }) {
  const t = useT();
  const go = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const open = async (page: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await actIn(id);
      // The roles that this page knows may be older than the approval.
      await refresh();
      go(`/admin/centre${page}`);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <>
      <p className="text-pretty">{t("join.approved", { code: code ?? "" })}</p>
      <ol className="flex flex-col divide-y rounded-sm border">
        {NEXT.map(([page, step], at) => (
          <li key={step} className="flex gap-3 px-3 py-2.5">
            <span className="num text-muted" aria-hidden="true">{at + 1}</span>
            <span className="min-w-0 flex-1">
              <button type="button" className="min-h-6 text-start font-semibold text-accent underline" disabled={busy} onClick={() => void open(page)}>{t(`join.setup.${step}`)}</button>
              <span className="block text-sm text-pretty text-muted">{t(`join.setup_text.${step}`)}</span>
            </span>
          </li>
        ))}
      </ol>
      {problem && <ProblemNote problem={problem} />}
      <Button tone="primary" className="self-start" busy={busy} onClick={() => void open("")}>{t("join.open")}</Button>
    </>
  );
}
