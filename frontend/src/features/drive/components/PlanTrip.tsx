import { useState, type ReactNode } from "react";
import { useT } from "@/lib/i18n";
import { Unfolded } from "@/ui/Unfolded";
import { planTrip, type As, type Transport, type Way } from "../api/drive";
import type { Appointment } from "@/api/things";
import { usual } from "../model/trips";
import { Unknown, useWindows, WhereFields, WindowField } from "./TripFields";

/** Plan a collection or a return, or another window for what is planned. `more` are the desk's own fields. */
export function PlanTrip({ visit, as, way, planned, more, onDone, onClose }: {
  visit: string;
  as: As;
  way: Way;
  planned: Transport | undefined;
  more?: ReactNode;
  onDone: (answer: { appointment: Appointment }) => void;
  onClose: () => void;
}) {
  const t = useT();
  const { data: windows, error } = useWindows(visit, as);
  const [typed, type] = useState<{ address?: string; postcode?: string; start?: string }>({});
  if (!windows) return <Unknown error={error} />;
  const where = { address: typed.address ?? planned?.address ?? windows.address, postcode: typed.postcode ?? planned?.postcode ?? windows.postcode };
  const start = typed.start ?? planned?.window_start ?? usual(way, windows[way]);
  return (
    <Unfolded
      label={t(`drive.plan.${way}`)}
      send={t(planned ? "drive.change" : `drive.plan.${way}`)}
      onClose={onClose}
      onSend={async ({ driver_id }) => onDone(await planTrip(visit, as, { direction: way, ...where, window_start: start, ...(driver_id ? { driver_id } : {}) }))}
    >
      <WindowField way={way} windows={windows} value={start} held={planned?.window_start ?? ""} onChange={(at) => type({ ...typed, start: at })} />
      <WhereFields windows={windows} value={where} onChange={(to) => type({ ...typed, ...to })} />
      {more}
    </Unfolded>
  );
}
