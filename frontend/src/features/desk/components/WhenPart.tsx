import type { BoardDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { clockTime, dayOf, zoneName } from "@/lib/zone";
import { workshopNow } from "@/live/clock";
import { Choice } from "@/ui/Choice";
import { Field, SelectField } from "@/ui/Field";
import { useFieldErrors } from "@/ui/Form";
import type { PartProps } from "./CustomerPart";
import { FreeStarts } from "./FreeStarts";
import { Part } from "./Part";

const SOON_MS = 30 * 60_000;

/** Now, or a start on the workshop's clock; a bay and a technician only when it must be these. */
export function WhenPart({ board: { center, bays, technicians }, held, write }: PartProps & { board: BoardDocument }) {
  const t = useT();
  const now = workshopNow();
  const errors = useFieldErrors("scheduled_start");
  const later = () => {
    const soon = Math.ceil((now + SOON_MS) / SOON_MS) * SOON_MS;
    write({ when: "later", date: held.date || dayOf(soon, center.zone), time: held.time || clockTime(soon, center.zone, "en") });
  };
  return (
    <Part title={t("desk.when")} missing={held.when === "now" ? errors.join(" ") : ""}>
      <Choice
        label={t("desk.when")}
        hideLabel
        value={held.when}
        options={[{ value: "now", label: t("desk.now") }, { value: "later", label: t("desk.at_a_time") }]}
        onChange={(when) => (when === "now" ? write({ when }) : later())}
      />
      {held.when === "later" && (
        <div className="grid grid-cols-2 items-start gap-3">
          <Field label={t("desk.date")} name="scheduled_date" type="date" aria-required min={dayOf(now, center.zone)} value={held.date} onChange={(event) => write({ date: event.target.value })} />
          <Field label={t("desk.time")} name="scheduled_start" type="time" aria-required step={300} value={held.time} onChange={(event) => write({ time: event.target.value })} hint={t("time.zone", { zone: zoneName(now, center.zone, "en") })} />
        </div>
      )}
      <FreeStarts center={center} held={held} today={dayOf(now, center.zone)} onChoose={(time) => write({ time })} />
      <div className="grid grid-cols-2 items-start gap-3">
        <SelectField label={t("desk.bay")} name="bay_id" value={held.bay} onChange={(event) => write({ bay: event.target.value })}>
          <option value="">{t("desk.any_bay")}</option>
          {[...bays].sort((a, b) => a.position - b.position).map((bay) => <option key={bay.id} value={bay.id}>{bay.name}</option>)}
        </SelectField>
        <SelectField label={t("desk.technician")} name="technician_id" value={held.technician} onChange={(event) => write({ technician: event.target.value })}>
          <option value="">{t("desk.any_technician")}</option>
          {technicians.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
        </SelectField>
      </div>
    </Part>
  );
}
