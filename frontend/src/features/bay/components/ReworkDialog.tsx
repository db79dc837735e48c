import { useState } from "react";
import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useLiveDocument } from "@/live/document";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { LiveState } from "@/ui/LiveState";
import { StepChoice } from "@/ui/StepChoice";
import { jobKey, readJob } from "../api/bay";

/** Which steps of a finished card are done again, and why. */
export function ReworkDialog({ job, onClose, onSend }: { job: Job; onClose: () => void; onSend: (steps: string[], reason: string) => void }) {
  const t = useT();
  const live = useLiveDocument(jobKey(job.id), () => readJob(job.id));
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <Dialog title={t("bay.rework_title", { plate: job.vehicle.plate })} onClose={onClose}>
      <LiveState live={live}>
        {({ items, steps }) => (
          <Form
            className="flex flex-col gap-5"
            onSend={async ({ reason = "" }) => {
              onSend(chosen, reason.trim());
              onClose();
            }}
          >
            {() => (
              <>
                <StepChoice items={items} steps={steps} chosen={chosen} onChange={setChosen} required />
                <TextField name="reason" label={t("bay.rework_reason")} hint={t("bay.rework_hint")} required maxLength={240} />
                <div className="sticky -bottom-5 -mx-5 -mb-5 border-t bg-raised p-5">
                  <Button type="submit" tone="primary" wide>{t("bay.rework_send", { count: chosen.length })}</Button>
                </div>
              </>
            )}
          </Form>
        )}
      </LiveState>
    </Dialog>
  );
}
