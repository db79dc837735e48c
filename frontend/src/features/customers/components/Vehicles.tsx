import type { CustomerFile } from "@/api/documents";
import type { OwnVehicle } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { momentText } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Section } from "@/ui/Section";
import { Tint } from "@/ui/tint";

/** What the customer drives, as far as the centre knows it. */
export function Vehicles({ file, onAdd, onEdit, onBook }: { file: CustomerFile; onAdd: () => void; onEdit: (vehicle: OwnVehicle) => void; onBook: (vehicle: OwnVehicle) => void }) {
  const t = useT();
  return (
    <div className="overflow-hidden rounded-md border bg-raised">
      <Section title={t("customers.vehicles")} aside={<Button onClick={onAdd}>{t("vehicles.add")}</Button>} className="border-b-0">
        {file.vehicles.length === 0 && <p className="text-muted">{t("customers.no_vehicles")}</p>}
        <ul className="divide-y">
          {file.vehicles.map((one) => (
            <li key={one.id}>
              <Tint by={one.version} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
                <Plate>{one.license_plate || one.serial_number || one.vin}</Plate>
                <About vehicle={one} />
                <span className="flex gap-2">
                  <Button onClick={() => onEdit(one)}>{t("customers.edit")}</Button>
                  <Button onClick={() => onBook(one)}>{t("customers.book")}</Button>
                </span>
              </Tint>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function About({ vehicle }: { vehicle: OwnVehicle }) {
  const t = useT();
  const locale = useLocale();
  const facts = [
    t(`vehicles.kind.${vehicle.kind}`),
    vehicle.mileage > 0 && t("vehicle.km", { km: new Intl.NumberFormat(locale).format(vehicle.mileage) }),
    vehicle.next_maintenance_due && `${t("vehicles.due")} ${momentText(`${vehicle.next_maintenance_due}T12:00:00Z`, "day", "UTC", locale)}`,
  ].filter(Boolean);
  return (
    <span className="min-w-0 flex-1 basis-48">
      <span className="block truncate font-semibold">{[vehicle.make, vehicle.model, vehicle.year].filter(Boolean).join(" ")}</span>
      <span className="num block text-xs text-muted">{facts.join(" · ")}</span>
    </span>
  );
}
