import type { CalendarDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { Field, SelectField } from "@/ui/Field";
import type { Wanted } from "../live/useWanted";

const LONGEST = 24 * 60;

/** How long, in which bay and with whom; left open, the server chooses who is free. */
export function PlaceFields({ wanted, document }: { wanted: Wanted; document: CalendarDocument }) {
  const t = useT();
  const bays = [...document.bays].sort((a, b) => a.position - b.position);
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)_minmax(0,1fr)] items-start gap-3">
      <Field label={t("calendar.minutes")} name="duration" type="number" inputMode="numeric" required min={5} max={LONGEST} step={5} value={Number.isFinite(wanted.minutes) ? wanted.minutes : ""} onChange={(event) => wanted.set({ minutes: event.target.valueAsNumber })} />
      <SelectField label={t("calendar.bay")} name="bay_id" value={wanted.bay} onChange={(event) => wanted.set({ bay: event.target.value })}>
        <option value="">{t("calendar.any")}</option>
        {bays.map((bay) => <option key={bay.id} value={bay.id}>{bay.name}</option>)}
      </SelectField>
      <SelectField label={t("calendar.technician")} name="technician_id" value={wanted.technician} onChange={(event) => wanted.set({ technician: event.target.value })}>
        <option value="">{t("calendar.any")}</option>
        {document.technicians.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      </SelectField>
    </div>
  );
}
