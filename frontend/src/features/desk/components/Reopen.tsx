import { useState } from "react";
import type { JobDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { hasAgreedWork, isFinished } from "@/lib/sheet";
import { StepChoice } from "@/ui/StepChoice";
import { jobKey, reopen } from "../api/desk";
import { useAnswered } from "@/live/useAnswered";
import { Unfolded } from "@/ui/Unfolded";
import { WhyField } from "./WhyField";

/** A ready vehicle goes back to work: why, and what is done again, which must be said when nothing agreed is open. */
export function Reopen({ sheet: { job, items, steps }, onClose }: { sheet: JobDocument; onClose: () => void }) {
  const t = useT();
  const answered = useAnswered(jobKey(job.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const required = !hasAgreedWork(items, steps);
  return (
    <Unfolded
      label={t("desk.verb.reopen")}
      send={t("desk.verb.reopen")}
      onClose={onClose}
      onSend={({ reason = "" }) => answered({ version: job.version, reason: reason.trim(), step_ids: chosen }, (body, key) => reopen(job.id, body, key))}
    >
      <WhyField hint={t("desk.why_hint.reopen")} />
      {steps.some(isFinished) && (
        <div className="flex flex-col gap-1.5">
          <p className="font-semibold">{t(required ? "desk.again" : "desk.again_too")}</p>
          <StepChoice items={items} steps={steps} chosen={chosen} onChange={setChosen} required={required} />
        </div>
      )}
    </Unfolded>
  );
}
