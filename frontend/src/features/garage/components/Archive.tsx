import type { OwnVehicle } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Form } from "@/ui/Form";
import { Plate } from "@/ui/Plate";
import { nameOf } from "../model/name";

/** Take a vehicle out of use, with what that means said first; one that is booked stays until its visits are settled. */
export function Archive({ vehicle, visits, onSend, onClose }: { vehicle: OwnVehicle; visits: number; onSend: () => Promise<void>; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t("my.archive")} onClose={onClose}>
      <Form label={t("my.archive")} className="flex flex-col gap-4 text-base" onSend={onSend}>
        {(busy) => (
          <>
            <p className="flex flex-wrap items-center gap-2.5"><Plate>{nameOf(vehicle)}</Plate> {vehicle.make} {vehicle.model}</p>
            <p className="text-pretty text-muted">{visits > 0 ? t("my.archive_visits", { count: visits }) : t("my.archive_text")}</p>
            <div className="flex flex-wrap gap-3">
              {visits === 0 && <Button type="submit" tone="danger" busy={busy}>{t("my.archive")}</Button>}
              <Button onClick={onClose}>{t("my.keep")}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
