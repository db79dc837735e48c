import { useState } from "react";
import type { VisitDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import { addressOf } from "@/lib/address";
import { useT } from "@/lib/i18n";
import { actionsFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { useMe } from "@/live/me";
import { Button, ButtonAnchor, ButtonLink } from "@/ui/Button";
import { Time, ZoneNote } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import { useVerb, type Verb } from "../live/useVerb";
import { AskAgain } from "./AskAgain";
import { CalendarEntry } from "./CalendarEntry";
import { CancelVisit } from "./CancelVisit";
import { ChangeTime } from "./ChangeTime";
import { Moved } from "./Moved";
import { Terms } from "./Terms";

const VERBS: Verb[] = ["accept_proposal", "ask_again", "reschedule", "cancel"];
const isVerb = (verb: string): verb is Verb => (VERBS as string[]).includes(verb);

/** A visit that has not begun: how its request stands, its calendar entry, and what its customer may do with it. */
export function Planned({ visit, byLink }: { visit: VisitDocument; byLink: boolean }) {
  const t = useT();
  const me = useMe();
  const send = useVerb(visit, byLink);
  const [open, setOpen] = useState<Verb>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { appointment, center } = visit;
  const actions = actionsFor(appointment, me, useClock(60_000)).flatMap((one) => (isVerb(one.verb) ? [{ ...one, verb: one.verb }] : []));
  const ended = ["cancelled", "rejected", "expired", "no_show"].includes(appointment.status);
  const accept = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send("accept_proposal");
      toast(t("plan.accepted"));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const close = () => setOpen(undefined);
  return (
    <section aria-label={t("plan.planned")} className="flex flex-col gap-4">
      <Moved visit={visit} />
      {appointment.status === "requested" && <Requested visit={visit} />}
      {appointment.status === "proposed" && <Proposed visit={visit} />}
      {!ended && appointment.photo_count > 0 && <p className="text-sm text-muted">{t("plan.photos_there", { count: appointment.photo_count })}</p>}
      {ended && <Ended reason={appointment.ended_reason} />}
      {problem && <ProblemNote problem={problem} fields />}
      <div className="grid grid-cols-2 gap-2">
        {appointment.status === "confirmed" && <CalendarEntry id={appointment.id} name={appointment.number} byLink={byLink} />}
        {appointment.status === "confirmed" && center.address && (
          <ButtonAnchor href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(addressOf(center))}`} target="_blank" rel="noreferrer">{t("plan.map")}</ButtonAnchor>
        )}
        {actions.map(({ verb, tone }) => (
          <Button key={verb} tone={tone} busy={busy && verb === "accept_proposal"} onClick={() => (verb === "accept_proposal" ? void accept() : setOpen(verb))}>
            {t(`plan.verb.${verb}`)}
          </Button>
        ))}
        {ended && <ButtonLink to={`/book/${center.id}`} tone="primary" className="col-span-2">{t("plan.again")}</ButtonLink>}
      </div>
      {appointment.status === "confirmed" && actions.some((one) => one.verb === "cancel") && <Terms until={appointment.change_until} fee={appointment.late_cancel_fee} />}
      {open === "cancel" && <CancelVisit visit={visit} byLink={byLink} send={send} onClose={close} />}
      {open === "reschedule" && <ChangeTime visit={visit} byLink={byLink} send={send} onClose={close} />}
      {open === "ask_again" && <AskAgain visit={visit} byLink={byLink} send={send} onClose={close} />}
    </section>
  );
}

/** A visit that does not take place: the reason in its own words, and the way on. */
function Ended({ reason }: { reason: string }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      {reason && <blockquote className="border-s-[3px] ps-3 text-lg text-pretty">{`“${reason}”`}</blockquote>}
      <p className="text-pretty text-muted">{t("plan.ended_text")}</p>
    </div>
  );
}

function Requested({ visit: { appointment } }: { visit: VisitDocument }) {
  const t = useT();
  return (
    <div className="rounded-md border bg-raised p-4">
      <h2 className="text-base">{t("plan.requested")}</h2>
      <p className="text-pretty text-muted">
        {t("plan.requested_text")} {appointment.answer_by && <>{t("plan.answer_until")} <Time at={appointment.answer_by} show="day-time" />.</>}
      </p>
      <ul aria-label={t("plan.wished")} className="mt-2">
        {appointment.wished_times.map((at) => <li key={at} className="font-semibold"><Time at={at} show="day-time" /></li>)}
      </ul>
      <ZoneNote />
      {appointment.concern && <p className="mt-2 text-pretty text-muted">{`“${appointment.concern}”`}</p>}
    </div>
  );
}

function Proposed({ visit: { appointment } }: { visit: VisitDocument }) {
  const t = useT();
  return (
    <div className="rounded-md border-[1.5px] border-waiting! bg-waiting-soft p-4">
      <h2 className="text-base">{t("plan.proposed")}</h2>
      <p className="text-xl font-bold"><Time at={appointment.scheduled_start} show="day-time" label /></p>
      {appointment.desk_message && <p className="text-pretty">{`“${appointment.desk_message}”`}</p>}
      {appointment.answer_by && <p className="text-sm">{t("plan.kept_until")} <Time at={appointment.answer_by} show="day-time" />.</p>}
    </div>
  );
}
