import type { ReactNode } from "react";
import type { Customer, Vehicle } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { IconButton } from "./Button";
import { Sign } from "./icons";
import { Plate } from "./Plate";

/** What a drawer is about: plate, state, when; title; customer and vehicle, as far as they are known. */
export function DrawerHead({ vehicle, customer, title, pill, due, mileage, onClose }: {
  vehicle: Vehicle | null;
  customer: Customer | null;
  title: string;
  pill: ReactNode;
  due: ReactNode;
  mileage: number;
  onClose: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const facts = [
    customer?.name,
    vehicle && `${vehicle.make} ${vehicle.model}`,
    vehicle?.battery_capacity && `${new Intl.NumberFormat(locale).format(Number(vehicle.battery_capacity))}\u00a0kWh`,
    mileage > 0 && t("vehicle.km", { km: new Intl.NumberFormat(locale).format(mileage) }),
  ].filter(Boolean);
  return (
    <header className="flex-none border-b ps-4.5 pe-2 pt-2.5 pb-3">
      <div className="flex items-center gap-2">
        {vehicle?.plate && <Plate>{vehicle.plate}</Plate>}
        {pill}
        <IconButton label={t("close")} className="ms-auto" onClick={onClose}><Sign name="close" /></IconButton>
      </div>
      <div className="mt-1.5 flex items-baseline gap-3 pe-2.5">
        <h2 className="min-w-0 flex-1 text-lg">{title}</h2>
        <span className="num shrink-0 text-muted">{due}</span>
      </div>
      <p className="num mt-0.5 pe-2.5 text-muted">{facts.join(" · ")}</p>
    </header>
  );
}
