import { useQuery } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { useMe } from "@/live/me";
import { Plate } from "@/ui/Plate";
import { readOwnVehicles, type Service } from "../api/book";
import { draft, write } from "../live/draft";
import { nameOf, remembered } from "../live/remembered";
import { noVehicle } from "../model/draft";
import { kindsOf } from "../model/services";
import { Chip } from "./Chip";
import { DescribedVehicle } from "./DescribedVehicle";
import { Section } from "./Section";

/** Which vehicle: one's own, one that this device remembers, or one that is described. */
export function VehiclePart({ services }: { services: Service[] }) {
  const t = useT();
  const me = useMe();
  const typed = useStore(draft);
  const { data: own = [] } = useQuery({ queryKey: ["own-vehicles", me?.id], queryFn: readOwnVehicles, enabled: me !== null, staleTime: 60_000 });
  const device = useStore(remembered)?.vehicles ?? [];
  const kinds = kindsOf(services);
  const mine = own.filter((one) => kinds.includes(one.kind));
  const known = me ? [] : device.filter((one) => one.kind !== "" && kinds.includes(one.kind));
  const shown = known.find((one) => nameOf(one) === nameOf(typed) && nameOf(one) !== "");
  const title = t((typed.kind || kinds.join()) === "equipment" ? "book.equipment" : "book.vehicle");
  const another = !typed.vehicleId && !shown;
  return (
    <Section title={title} name="vehicle">
      {mine.length + known.length > 0 && (
        <div role="radiogroup" aria-label={title} className="grid gap-2 sm:grid-cols-2">
          {mine.map((one) => (
            <Chip key={one.id} type="radio" name="vehicle" checked={typed.vehicleId === one.id} onChange={() => write({ ...noVehicle, vehicleId: one.id, kind: one.kind })}>
              <Known name={one.license_plate || one.vin || one.serial_number} about={`${one.make} ${one.model}`} />
            </Chip>
          ))}
          {known.map((one) => (
            <Chip key={nameOf(one)} type="radio" name="vehicle" checked={one === shown} onChange={() => write({ ...one, vehicleId: "", by: one.vin ? "vin" : "plate" })}>
              <Known name={nameOf(one)} about={`${one.make} ${one.model}`} />
            </Chip>
          ))}
          <Chip type="radio" name="vehicle" checked={another} onChange={() => write({ ...noVehicle, vehicleId: "" })}>{t("book.another_vehicle")}</Chip>
        </div>
      )}
      {another && <DescribedVehicle kinds={kinds} />}
    </Section>
  );
}

function Known({ name, about }: { name: string; about: string }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
      <Plate>{name}</Plate>
      <span className="truncate text-sm text-muted">{about}</span>
    </span>
  );
}
