import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { OwnVehicle } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Form } from "./Form";
import { VehicleFields, vehicleFrom, type WrittenVehicle } from "./VehicleFields";

/** A vehicle is written down, or what is known of one is corrected; another's change in between is told before it is written over. */
export function VehicleDialog({ vehicle, onSend, onClose }: {
  vehicle?: OwnVehicle;
  onSend: (written: WrittenVehicle, version: number | undefined) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useT();
  const [seen, setSeen] = useState(vehicle);
  const [stale, setStale] = useState(false);
  const title = t(vehicle ? "vehicles.edit" : "vehicles.add");
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        label={title}
        className="flex flex-col gap-4"
        onSend={async (values) => {
          try {
            await onSend(vehicleFrom(values), seen?.version);
          } catch (error) {
            const { code, body } = asProblem(error);
            const now = (body["current"] as { vehicle?: OwnVehicle } | undefined)?.vehicle;
            if (code !== "stale_version" || !now) throw error;
            setSeen(now);
            return setStale(true);
          }
          onClose();
        }}
      >
        {(busy) => (
          <>
            {stale && <p role="alert" className="rounded-sm bg-waiting-soft px-3 py-2.5 text-waiting-text">{t("vehicles.stale")}</p>}
            <VehicleFields {...(seen ? { vehicle: seen } : {})} />
            <div className="flex justify-end gap-2">
              <Button tone="quiet" onClick={onClose}>{t("cancel")}</Button>
              <Button type="submit" tone="primary" busy={busy}>{t("vehicles.save")}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
