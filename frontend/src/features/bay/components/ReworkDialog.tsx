import { useState } from "react";
import type { Job } from "@/api/things";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { useLiveDocument } from "@/live/document";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { LiveState } from "@/ui/LiveState";
import { jobKey, readJob } from "../api/bay";
import { sections } from "../model/sheet";

/** Which steps of a finished card are done again, and why. */
export function ReworkDialog({ job, onClose, onSend }: { job: Job; onClose: () => void; onSend: (steps: string[], reason: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const live = useLiveDocument(jobKey(job.id), () => readJob(job.id));
  const [chosen, setChosen] = useState<string[]>([]);
  const [missing, setMissing] = useState(false);
  const toggle = (id: string) => {
    setMissing(false);
    setChosen((held) => (held.includes(id) ? held.filter((one) => one !== id) : [...held, id]));
  };
  return (
    <Dialog title={t("bay.rework_title", { plate: job.vehicle.plate })} onClose={onClose}>
      <LiveState live={live}>
        {({ items, steps }) => (
          <Form
            className="flex flex-col gap-5"
            onSend={async ({ reason = "" }) => {
              if (chosen.length === 0) return setMissing(true);
              onSend(chosen, reason.trim());
              onClose();
            }}
          >
            {() => (
              <>
                {sections(items, steps).map(({ item, steps: own }) => (
                  <fieldset key={item.id}>
                    <legend className="mb-2 font-semibold text-muted">{item.name}</legend>
                    <div className="divide-y rounded-md border">
                      {own.filter((step) => step.status === "done" || step.status === "verified").map((step) => (
                        <label key={step.id} className={cx("flex min-h-18 cursor-pointer items-center gap-4 px-4 py-2 text-lg", chosen.includes(step.id) && "bg-accent-soft")}>
                          <input type="checkbox" className="size-6 shrink-0 accent-accent" checked={chosen.includes(step.id)} onChange={() => toggle(step.id)} />
                          <span className="min-w-0 flex-1 font-semibold">{step.name}</span>
                          {step.reading !== null && step.needs.reading && <b className="num">{measureText(step.reading, step.needs.reading.unit, locale)}</b>}
                        </label>
                      ))}
                    </div>
                  </fieldset>
                ))}
                <TextField name="reason" label={t("bay.rework_reason")} hint={t("bay.rework_hint")} required maxLength={240} />
                <div className="sticky -bottom-5 -mx-5 -mb-5 border-t bg-raised p-5">
                  {missing && <p role="alert" className="mb-3 font-semibold text-blocked-text">{t("bay.rework_choose")}</p>}
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
