/** The board's drawers over the calendar; part of the board's chunk. */
import { useMemo } from "react";
import type { BoardDocument, CalendarDocument } from "@/api/documents";
import type { Appointment, CustomerCard, OwnVehicle, Slot } from "@/api/things";
import { calendarKey } from "@/features/calendar/api/calendar";
import type { Address } from "@/features/calendar/live/useShown";
import { ArrivalDrawer } from "@/features/desk/components/ArrivalDrawer";
import { JobDrawer } from "@/features/desk/components/JobDrawer";
import { JoinLine } from "@/features/desk/components/JoinLine";
import { NewVisit } from "@/features/desk/components/NewVisit";
import { write } from "@/features/desk/live/draft";
import { PlaceContext } from "@/features/desk/live/place";
import { emptyDraft } from "@/features/desk/model/visit";
import { useNavigate, useParams } from "@/lib/router";
import { clockTime, dayOf } from "@/lib/zone";

export type Over = "job" | "arrival" | "new" | "line";

/** A press on an empty hour is the beginning of a new visit. */
export function beginVisit(zone: string, start: number, { bay = "", technician = "" }: { bay?: string; technician?: string }): void {
  write({ when: "later", date: dayOf(start, zone), time: clockTime(start, zone, "en"), bay, technician });
}

/** A new visit of a customer whose file is open, in one of their vehicles. */
export function beginVisitOf({ id, name, phone }: CustomerCard, vehicles: OwnVehicle[], vehicleId: string | null): void {
  write({ ...emptyDraft, customer: { id, name, phone, vehicles: vehicles.map(cardOf) }, vehicleId });
}

const cardOf = ({ id, kind, license_plate, serial_number, make, model, year, battery_capacity, mileage }: OwnVehicle) =>
  ({ id, kind, plate: license_plate || serial_number, make, model, year, battery_capacity, mileage });

const isWhole = (visit: Slot): visit is Appointment => visit.customer !== null && visit.vehicle !== null;

/** A drawer of the board over the tray, so that the calendar keeps its place. Its addresses are the calendar's here, and it also knows the visits of the days on screen. */
export function OverCalendar({ board, calendar, address, over }: { board: BoardDocument; calendar: CalendarDocument; address: Address; over: Over }) {
  const { id = "" } = useParams();
  const go = useNavigate();
  const close = useMemo(() => () => void go(address.over()), [go, address]);
  const known = useMemo(() => {
    const listed = new Set(board.appointments.map((one) => one.id));
    const more = calendar.appointments.filter((one) => !listed.has(one.id) && one.status === "confirmed").filter(isWhole);
    return { ...board, appointments: [...board.appointments, ...more] };
  }, [board, calendar]);
  return (
    <PlaceContext.Provider value={address.over}>
      <div className="contents [&>aside]:fixed! [&>aside]:inset-y-0 [&>aside]:end-0 [&>aside]:z-40 [&>aside]:w-[min(26rem,100vw)]!">
        {over === "job" && <JobDrawer key={id} id={id} board={known} onClose={close} />}
        {over === "arrival" && <ArrivalDrawer key={id} id={id} board={known} onClose={close} />}
        {over === "line" && <JoinLine center={board.center} day={address.date} documentKey={calendarKey(board.center.id)} onClose={close} />}
        {over === "new" && <NewVisit board={known} onClose={close} />}
      </div>
    </PlaceContext.Provider>
  );
}
