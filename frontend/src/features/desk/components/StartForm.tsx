import type { Item, Step, Technician } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Field, SelectField } from "@/ui/Field";
import { jobKey, progress } from "../api/desk";
import { useAnswered } from "@/live/useAnswered";
import { Unfolded } from "@/ui/Unfolded";

/** Clock a technician on from the desk: who, and why they do not do it themselves. */
export function StartForm({ step, item, technicians, onClose }: { step: Step; item: Item; technicians: Technician[]; onClose: () => void }) {
  const t = useT();
  const answered = useAnswered(jobKey(step.job_id));
  return (
    <Unfolded
      label={t("desk.start_step", { step: step.name })}
      send={t("desk.start_clock")}
      onClose={onClose}
      onSend={({ technician_id = "", reason = "" }) =>
        answered({ status: "in_progress" as const, technician_id, reason: reason.trim(), version: step.version }, (body, key) => progress(step.id, body, key))
      }
    >
      <SelectField label={t("desk.technician")} name="technician_id" defaultValue={item.technician?.id} required>
        {!item.technician && <option value="">{t("desk.choose")}</option>}
        {technicians.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </SelectField>
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
      <Field label={t("desk.why")} name="reason" maxLength={240} required autoComplete="off" autoFocus hint={t("desk.start_hint")} />
    </Unfolded>
  );
}
