import { Suspense, useState, type ComponentType, type ReactNode } from "react";
import type { Garage } from "@/api/documents";
import type { Appointment, OwnVehicle } from "@/api/things";
import { area } from "@/app/area";
import { useT } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { cache } from "@/live/cache";
import { useLiveDocument } from "@/live/document";
import { applyFrame, type FrameData } from "@/live/reducer";
import { Button, ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { LiveDot } from "@/ui/LiveDot";
import { Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toasts";
import { addVehicle, archiveVehicle, changeVehicle, garageKey, readGarage } from "../api/garage";
import { Rule } from "../components/Rule";
import { VehicleCard } from "../components/VehicleCard";
import { recordsOf } from "../model/costs";
import { nameOf } from "../model/name";
import { parted } from "../model/visits";

/** What is filled in comes when it is wanted: most who look in change nothing. */
const VehicleDialog = area(async () => ({ default: (await import("@/ui/VehicleDialog")).VehicleDialog }), "forms");
const Archive = area(async () => ({ default: (await import("../components/Archive")).Archive }), "forms");

type Props = {
  /** A visit as the customer's list of visits shows it. */
  row: (visit: Appointment) => ReactNode;
  onBook: (vehicle: OwnVehicle) => void;
  /** What one waits for, and what of it is offered. */
  Waiting: ComponentType;
};
type Open = { verb: "add" } | { verb: "edit" | "archive"; vehicle: OwnVehicle };

/** One's own vehicles with what they cost, and one's visits, live. */
export function GaragePage(props: Props) {
  const t = useT();
  const live = useLiveDocument<Garage>(garageKey, readGarage);
  if (live.document) return <Own garage={live.document} {...props} />;
  if (live.loading) return <Skeleton className="p-5" />;
  return live.problem?.passing ? (
    <EmptyState page kind="offline" title={t("my.offline")} className="my-auto">{t("my.offline_text")}</EmptyState>
  ) : (
    <EmptyState page kind="no-permission" title={t("my.denied")} className="my-auto">{t("my.denied_text")}</EmptyState>
  );
}

function Own({ garage, row, onBook, Waiting }: Props & { garage: Garage }) {
  const t = useT();
  const [open, setOpen] = useState<Open>();
  const { upcoming, past } = parted(garage.appointments);
  const close = () => setOpen(undefined);
  const put = (data: FrameData) => cache.setQueryData<Garage>(garageKey, (held) => held && applyFrame(held, data));
  const add = <Button onClick={() => setOpen({ verb: "add" })}>{t("vehicles.add")}</Button>;
  return (
    <div className="flex flex-col gap-6 px-4 py-6">
      <div className="flex items-center justify-between gap-3">
        <h1 className="text-2xl">{t("my.title")}</h1>
        <LiveDot />
      </div>
      <Suspense><Waiting /></Suspense>
      <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-2">
        <section aria-labelledby="my-vehicles" className="flex flex-col gap-3">
          <div className="flex items-center justify-between gap-3">
            <h2 id="my-vehicles" className="text-lg">{t("my.vehicles")}</h2>
            {garage.vehicles.length > 0 && add}
          </div>
          {garage.vehicles.length === 0 && <EmptyState kind="empty" title={t("my.no_vehicles")} action={add}>{t("my.no_vehicles_text")}</EmptyState>}
          {garage.vehicles.map((vehicle) => (
            <VehicleCard
              key={vehicle.id}
              vehicle={vehicle}
              records={recordsOf(garage.records, vehicle.id)}
              onBook={() => onBook(vehicle)}
              onEdit={() => setOpen({ verb: "edit", vehicle })}
              onArchive={() => setOpen({ verb: "archive", vehicle })}
            />
          ))}
        </section>
        <div className="flex flex-col gap-6">
          {upcoming.length + past.length === 0 && (
            <EmptyState kind="empty" title={t("my.no_visits")} action={<ButtonLink to="/book" tone="primary">{t("my.book")}</ButtonLink>}>{t("my.no_visits_text")}</EmptyState>
          )}
          <Visits title={t("my.upcoming")} visits={upcoming} row={row} />
          <Visits title={t("my.past")} visits={past} row={row} />
        </div>
      </div>
      <Suspense>
        {open?.verb === "add" && (
          <VehicleDialog
            onSend={async (written) => {
              const vehicle = await addVehicle(written, uuid());
              put({ vehicles: [vehicle] });
              toast(t("my.added", { name: nameOf(vehicle) }));
            }}
            onClose={close}
          />
        )}
        {open?.verb === "edit" && (
          <VehicleDialog
            vehicle={open.vehicle}
            onSend={async (written, version) => put({ vehicles: [await changeVehicle(open.vehicle.id, { ...written, ...(version ? { version } : {}) }, uuid())] })}
            onClose={close}
          />
        )}
        {open?.verb === "archive" && (
          <Archive
            vehicle={open.vehicle}
            visits={upcoming.filter((one) => one.vehicle.id === open.vehicle.id).length}
            onSend={async () => {
              await archiveVehicle(open.vehicle.id, uuid());
              put({ removed: { vehicles: [open.vehicle.id] } });
              toast(t("my.archived", { name: nameOf(open.vehicle) }));
              close();
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </div>
  );
}

function Visits({ title, visits, row }: { title: string; visits: Appointment[]; row: Props["row"] }) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-lg">{title}</h2>
      <ul className="divide-y overflow-hidden rounded-md border bg-raised">
        {visits.map((visit) => (
          <li key={visit.id}>
            {row(visit)}
            <Rule visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}
