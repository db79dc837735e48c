import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "@/lib/i18n";
import { actionsFor } from "@/live/actions";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import { Unfolded } from "@/ui/Unfolded";
import { approve, networkKey, reject, type AdministeredCenter } from "../api/centers";
import { useDeed } from "../live/useDeed";

/** A centre that asks to join: what it wrote, who asks, and the answer. */
export function Applicant({ center }: { center: AdministeredCenter }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const [refusing, setRefusing] = useState(false);
  const { busy, problem, run } = useDeed();
  const { id, version, name, applicant } = center;
  const again = () => client.invalidateQueries({ queryKey: networkKey() });
  const verbs = actionsFor(center, me);
  const take = async () => {
    await approve(id, { version });
    await again();
    toast(t("centers.approved_now", { name }));
  };
  const facts = [`${center.address}, ${center.city} ${center.postcode}`, center.phone, applicant && textOfApplicant(applicant)].filter(Boolean);
  return (
    <li className="flex flex-col gap-2 border-t py-3 first:border-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="text-base">{name}</h3>
          {facts.map((fact) => <p key={fact} className="text-muted">{fact}</p>)}
        </div>
        <div className="flex gap-1.5">
          {verbs.map(({ verb, tone }) =>
            verb === "approve" ? (
              <Button key={verb} tone={tone} busy={busy} onClick={() => void run(take)}>{t("centers.approve")} <span className="sr-only">{name}</span></Button>
            ) : verb === "reject" ? (
              <Button key={verb} tone={tone} aria-expanded={refusing} onClick={() => setRefusing(!refusing)}>{t("centers.reject")} <span className="sr-only">{name}</span></Button>
            ) : null,
          )}
        </div>
      </div>
      {center.about && <blockquote className="max-w-prose border-s-2 ps-3 whitespace-pre-line">{center.about}</blockquote>}
      {problem && <ProblemNote problem={problem} fields><Button onClick={() => void again()}>{t("centers.reload")}</Button></ProblemNote>}
      {refusing && (
        <Unfolded
          label={t("centers.reject")}
          send={t("centers.reject")}
          tone="danger"
          onClose={() => setRefusing(false)}
          onSend={async ({ reason = "" }) => {
            await reject(id, { version, reason: reason.trim() });
            await again();
            toast(t("centers.rejected_now", { name }));
          }}
        >
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
          <TextField label={t("centers.why")} name="reason" required maxLength={400} autoFocus hint={t("centers.why_hint")} />
        </Unfolded>
      )}
    </li>
  );
}

const textOfApplicant = ({ name, phone, email }: NonNullable<AdministeredCenter["applicant"]>): string => [name, phone, email].filter(Boolean).join(" · ");
