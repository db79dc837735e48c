import { useT } from "@/lib/i18n";
import { cx } from "@/lib/cx";
import type { Vehicle } from "@/api/things";
import { Field, SelectField } from "@/ui/Field";
import { VEHICLE_KINDS } from "../model/visit";
import type { PartProps } from "./CustomerPart";
import { Part } from "./Part";

/** Which vehicle: one of the customer's, or another. */
export function VehiclePart({ held, write }: PartProps) {
  const t = useT();
  const known = held.customer?.vehicles ?? [];
  const chip = (on: boolean) =>
    cx("flex min-h-11 w-full items-center gap-3 rounded-md border px-3 py-1.5 text-start", on ? "border-accent! bg-accent-soft inset-ring inset-ring-accent" : "hover:border-control");
  return (
    <Part title={t("desk.vehicle")}>
      {known.length > 0 && (
        <div role="group" aria-label={t("desk.vehicle")} className="flex flex-col gap-2">
          {known.map((vehicle) => (
            <button key={vehicle.id} type="button" aria-pressed={held.vehicleId === vehicle.id} onClick={() => write({ vehicleId: vehicle.id })} className={chip(held.vehicleId === vehicle.id)}>
              <span dir="ltr" className="font-plate text-xs font-bold">{vehicle.plate}</span>
              <span className="min-w-0 flex-1 truncate text-muted">{[vehicle.make, vehicle.model, vehicle.year].filter(Boolean).join(" ")}</span>
            </button>
          ))}
          <button type="button" aria-pressed={held.vehicleId === null} onClick={() => write({ vehicleId: null })} className={chip(held.vehicleId === null)}>
            {t("desk.another_vehicle")}
          </button>
        </div>
      )}
      {held.vehicleId === null && (
        <div className="grid grid-cols-2 items-start gap-3">
          {held.kind === "equipment" ? (
            <Field label={t("desk.serial")} name="vehicle.serial_number" aria-required maxLength={60} autoComplete="off" value={held.serial} onChange={(event) => write({ serial: event.target.value })} />
          ) : (
            <Field label={t("desk.plate")} name="vehicle.license_plate" aria-required maxLength={20} autoComplete="off" autoCapitalize="characters" className="font-plate font-bold uppercase" value={held.plate} onChange={(event) => write({ plate: event.target.value })} />
          )}
          <SelectField label={t("desk.vehicle_kind")} name="vehicle.kind" value={held.kind} onChange={(event) => write({ kind: event.target.value as Vehicle["kind"] })}>
            {VEHICLE_KINDS.map((kind) => <option key={kind} value={kind}>{t(`desk.kind.${kind}`)}</option>)}
          </SelectField>
          <Field label={t("desk.make")} name="vehicle.make" aria-required maxLength={60} autoComplete="off" value={held.make} onChange={(event) => write({ make: event.target.value })} />
          <Field label={t("desk.model")} name="vehicle.model" aria-required maxLength={80} autoComplete="off" value={held.model} onChange={(event) => write({ model: event.target.value })} />
        </div>
      )}
    </Part>
  );
}
