/** The fields by which a vehicle is written down, at the desk and by its owner. */
import { useState } from "react";
import type { OwnVehicle } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Field, SelectField } from "./Field";
import type { FormValues } from "./Form";

export type VehicleKind = OwnVehicle["kind"];
const KINDS: VehicleKind[] = ["ev", "hybrid", "car", "motorcycle", "van", "truck", "equipment"];

/** What is typed of a vehicle; `prefix` is that of the fields' names, as in "vehicle.make". */
export type WrittenVehicle = {
  kind: VehicleKind;
  license_plate: string;
  vin: string;
  serial_number: string;
  make: string;
  model: string;
  year: number | null;
  mileage?: number;
};

export function vehicleFrom(values: FormValues, prefix = ""): WrittenVehicle {
  const said = (name: string) => (values[prefix + name] ?? "").trim();
  return {
    kind: said("kind") as VehicleKind,
    license_plate: said("license_plate"),
    vin: said("vin"),
    serial_number: said("serial_number"),
    make: said("make"),
    model: said("model"),
    year: said("year") ? Number(said("year")) : null,
    ...(said("mileage") ? { mileage: Number(said("mileage")) } : {}),
  };
}

export function VehicleFields({ vehicle, prefix = "" }: { vehicle?: OwnVehicle; prefix?: string }) {
  const t = useT();
  const [kind, setKind] = useState<VehicleKind>(vehicle?.kind ?? "car");
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <SelectField label={t("vehicles.kind")} name={`${prefix}kind`} value={kind} onChange={(event) => setKind(event.target.value as VehicleKind)}>
        {KINDS.map((one) => <option key={one} value={one}>{t(`vehicles.kind.${one}`)}</option>)}
      </SelectField>
      {kind === "equipment" ? (
        <Field label={t("vehicles.serial")} name={`${prefix}serial_number`} required maxLength={60} autoComplete="off" defaultValue={vehicle?.serial_number} />
      ) : (
        <Field label={t("vehicles.plate")} name={`${prefix}license_plate`} maxLength={20} autoComplete="off" autoCapitalize="characters" className="font-plate font-bold uppercase" defaultValue={vehicle?.license_plate} />
      )}
      <Field label={t("vehicles.make")} name={`${prefix}make`} required maxLength={60} autoComplete="off" defaultValue={vehicle?.make} />
      <Field label={t("vehicles.model")} name={`${prefix}model`} required maxLength={80} autoComplete="off" defaultValue={vehicle?.model} />
      <Field label={t("vehicles.year")} name={`${prefix}year`} type="number" inputMode="numeric" min={1886} max={2100} optional defaultValue={vehicle?.year ?? ""} />
      {kind !== "equipment" && <Field label={t("vehicles.mileage")} name={`${prefix}mileage`} type="number" inputMode="numeric" min={0} max={9_999_999} optional defaultValue={vehicle?.mileage || ""} />}
      {kind !== "equipment" && <div className="col-span-2"><Field label={t("vehicles.vin")} name={`${prefix}vin`} maxLength={40} autoComplete="off" autoCapitalize="characters" optional defaultValue={vehicle?.vin} /></div>}
    </div>
  );
}
