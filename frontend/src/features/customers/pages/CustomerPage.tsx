import { useMemo, useState } from "react";
import type { CustomerFile } from "@/api/documents";
import type { OwnVehicle } from "@/api/things";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { ZoneContext } from "@/lib/zone";
import { cache } from "@/live/cache";
import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { applyFrame } from "@/live/reducer";
import { Button, ButtonLink } from "@/ui/Button";
import { useDeeds } from "@/ui/deeds";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { VehicleDialog } from "@/ui/VehicleDialog";
import { addVehicle, changeVehicle, fileKey, readFile } from "../api/customers";
import { AboutCustomer } from "../components/AboutCustomer";
import { EditCustomer } from "../components/EditCustomer";
import { Vehicles } from "../components/Vehicles";
import { Visits } from "../components/Visits";
import { useKey } from "../live/useKey";
import { parted } from "../model/visits";

export type Booking = (file: CustomerFile, vehicle: OwnVehicle | null) => void;

/** All that the desk knows of one customer, live. */
export function CustomerPage({ id, onBook }: { id: string; onBook: Booking }) {
  const t = useT();
  const center = useCenterId();
  const live = useLiveDocument<CustomerFile>(fileKey(center, id), () => readFile(center, id), { refetchOn: comesWithAnother });
  if (live.document) return <ZoneContext.Provider value={live.document.center.zone}><Opened file={live.document} onBook={onBook} /></ZoneContext.Provider>;
  return (
    <>
      <DeskBar title={t("customers.card")} />
      {live.loading ? <Skeleton className="p-6" /> : live.problem?.status === 404 ? (
        <EmptyState kind="no-results" title={t("customers.gone")} action={<ButtonLink to="/desk/customers">{t("customers.all")}</ButtonLink>}>{t("customers.gone_text")}</EmptyState>
      ) : live.problem?.passing ? (
        <EmptyState kind="offline" title={t("customers.offline")}>{t("customers.offline_text")}</EmptyState>
      ) : (
        <EmptyState kind="no-permission" title={t("customers.denied")}>{t("customers.denied_text")}</EmptyState>
      )}
    </>
  );
}

/** A visit with a vehicle that the file does not have: it is known here from now on. */
function comesWithAnother(data: Record<string, unknown>, held: CustomerFile): boolean {
  const visits = (data["appointments"] ?? []) as CustomerFile["appointments"];
  return visits.some((visit) => !held.vehicles.some((one) => one.id === visit.vehicle.id));
}

function Opened({ file, onBook }: { file: CustomerFile; onBook: Booking }) {
  const t = useT();
  const keyOf = useKey();
  const [editing, setEditing] = useState(false);
  const [vehicle, setVehicle] = useState<OwnVehicle | "new">();
  const { customer, center } = file;
  const key = fileKey(center.id, customer.id);
  const visits = useMemo(() => parted(file.appointments), [file.appointments]);
  useDeeds(
    "customer",
    useMemo(
      () => [
        { id: "edit", label: t("customers.edit"), keys: "e", group: t("customers.card"), run: () => setEditing(true) },
        { id: "book", label: t("customers.book"), keys: "n", group: t("customers.card"), run: () => onBook(file, file.vehicles[0] ?? null) },
      ],
      [t, file, onBook],
    ),
  );
  const put = (data: Record<string, unknown>) => cache.setQueryData<CustomerFile>(key, (held) => held && applyFrame(held, data));
  return (
    <>
      <DeskBar title={customer.name || t("customers.no_name")} note={<Link to="/desk/customers">{t("customers.all")}</Link>}>
        <Button onClick={() => setEditing(true)}>{t("customers.edit")}</Button>
        <Button tone="primary" onClick={() => onBook(file, file.vehicles[0] ?? null)}>{t("customers.book")}</Button>
      </DeskBar>
      <div className="grid min-h-0 flex-1 auto-rows-max content-start items-start gap-4.5 overflow-y-auto p-4.5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <AboutCustomer file={file} visits={visits} />
        <div className="flex min-w-0 flex-col gap-4.5">
          <Vehicles file={file} onAdd={() => setVehicle("new")} onEdit={setVehicle} onBook={(one) => onBook(file, one)} />
          <Visits title={t("customers.to_come")} visits={visits.toCome} />
          <Visits title={t("customers.past")} visits={visits.past} />
        </div>
      </div>
      {editing && <EditCustomer file={file} onSaved={(card) => put({ customer: card })} onClose={() => setEditing(false)} />}
      {vehicle && (
        <VehicleDialog
          {...(vehicle === "new" ? {} : { vehicle })}
          onSend={async (written, version) => {
            const body = vehicle === "new" ? { ...written, center_id: center.id } : { ...written, ...(version ? { version } : {}) };
            put({ vehicles: [vehicle === "new" ? await addVehicle(customer.id, { ...written, center_id: center.id }, keyOf(body)) : await changeVehicle(vehicle.id, body, keyOf(body))] });
          }}
          onClose={() => setVehicle(undefined)}
        />
      )}
    </>
  );
}
