import type { MaintenanceRecord, OwnVehicle } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Money, momentText } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import { byYear, sumsOf } from "../model/costs";
import { nameOf } from "../model/name";
import { History } from "./History";

/** One vehicle: what it is, when it is next due, what it cost so far, and what was done to it. */
export function VehicleCard({ vehicle, records, onBook, onEdit, onArchive }: {
  vehicle: OwnVehicle;
  records: MaintenanceRecord[];
  onBook: () => void;
  onEdit: () => void;
  onArchive: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const sums = sumsOf(records.map((one) => one.cost));
  const facts = [t(`vehicles.kind.${vehicle.kind}`), vehicle.mileage > 0 && t("vehicle.km", { km: new Intl.NumberFormat(locale).format(vehicle.mileage) })].filter(Boolean);
  const due = vehicle.next_maintenance_due;
  return (
    <article aria-label={nameOf(vehicle)} className="overflow-hidden rounded-md border bg-raised">
      <Tint by={vehicle.version} className="flex flex-col gap-3 p-4">
        <div>
          <Plate>{nameOf(vehicle)}</Plate>
          <h3 className="mt-1.5 text-lg">{[vehicle.make, vehicle.model, vehicle.year].filter(Boolean).join(" ")}</h3>
          <p className="num text-sm text-muted">{facts.join(" · ")}</p>
        </div>
        <dl className="grid grid-cols-2 gap-3 border-t pt-3 text-sm">
          <div>
            <dt className="text-muted">{t("vehicles.due")}</dt>
            <dd className="num font-semibold">{due ? momentText(`${due}T12:00:00Z`, "day", "UTC", locale) : t("my.no_due")}</dd>
          </div>
          <div>
            <dt className="text-muted">{t("my.cost")}</dt>
            <dd className="flex flex-wrap gap-x-2 font-semibold">{sums.length > 0 ? sums.map((one) => <Money key={one.currency} of={one} />) : "–"}</dd>
          </div>
        </dl>
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" aria-label={t("my.book_for", { name: nameOf(vehicle) })} onClick={onBook}>{t("my.book")}</Button>
          <Button onClick={onEdit}>{t("vehicles.edit")}</Button>
          <Button tone="quiet" onClick={onArchive}>{t("my.archive")}</Button>
        </div>
      </Tint>
      <History records={records} years={byYear(records)} />
    </article>
  );
}
