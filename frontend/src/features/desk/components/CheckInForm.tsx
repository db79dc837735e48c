import type { ReactNode } from "react";
import type { Appointment } from "@/api/things";
import { hasBattery } from "@/lib/battery";
import { useLocale, useT } from "@/lib/i18n";
import { useCenterId } from "@/live/me";
import { Button } from "@/ui/Button";
import { Field, TextField } from "@/ui/Field";
import { Form, type FormValues } from "@/ui/Form";
import { boardKey, checkIn } from "../api/desk";
import { putInto, useAnswered } from "@/live/useAnswered";

const number = (text: string | undefined): number | null => (text?.trim() ? Number(text) : null);

/** Reception in three fields; Enter sends from any of them but the customer's words, and Ctrl+Enter from there too. */
export function CheckInForm({ visit, onDone, children }: { visit: Appointment; onDone: (jobId: string) => void; children?: ReactNode }) {
  const t = useT();
  const locale = useLocale();
  const center = useCenterId();
  const answered = useAnswered(boardKey(center));
  const km = visit.vehicle.mileage;
  const thing = visit.vehicle.kind === "equipment";
  const send = async ({ mileage_in, charge_in, concern = "" }: FormValues) => {
    const body = { version: visit.version, mileage_in: number(mileage_in), charge_in: number(charge_in), concern: concern.trim() };
    const { job } = await answered(body, (said, key) => checkIn(visit.id, said, key));
    putInto(boardKey(center), { jobs: [job], removed: { appointments: [visit.id] } });
    onDone(job.id);
  };
  return (
    <Form onSend={send} label={t("desk.check_in")} className="flex flex-col gap-3 border-b bg-surface px-4.5 py-3.5">
      {(busy) => (
        <>
          <div className="grid grid-cols-2 items-start gap-3">
            {!thing && (
              <Field
                label={t("desk.mileage_in")}
                name="mileage_in"
                optional
                type="number"
                inputMode="numeric"
                min={0}
                max={9_999_999}
                data-autofocus
                hint={km > 0 ? t("desk.last_km", { km: new Intl.NumberFormat(locale).format(km) }) : undefined}
              />
            )}
            {hasBattery(visit.vehicle) && <Field label={t("desk.charge_in")} name="charge_in" optional type="number" inputMode="numeric" min={0} max={100} />}
          </div>
          <TextField
            label={t("desk.concern")}
            name="concern"
            optional
            rows={2}
            maxLength={2000}
            defaultValue={visit.notes}
            data-autofocus={thing || undefined}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
          <div className="flex gap-2">
            <Button type="submit" tone="primary" className="flex-1" busy={busy}>{t("desk.check_in")}</Button>
            {children}
          </div>
        </>
      )}
    </Form>
  );
}
