import { useMemo, type ComponentType, type ReactNode } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Job } from "@/api/things";
import { dayOf, ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useCenterId } from "@/live/me";
import { LiveState } from "@/ui/LiveState";
import { Skeleton, SkeletonBlock } from "@/ui/Skeleton";
import { calendarKey } from "../api/calendar";
import { Workbench } from "../components/Workbench";
import type { Trips } from "../components/VisitDrawer";
import { useDays, useToday } from "../live/useCalendar";
import { useShown, type Address } from "../live/useShown";
import { daysOf } from "../model/address";

export type CalendarPageProps = {
  /** The cards of the vehicles that are here. */
  jobs: Job[];
  /** What is open over the calendar and drawn by `children`. */
  open: string | null;
  /** A start, and perhaps a bay or technician, was chosen for a new visit. */
  onPreset: (center: CalendarDocument["center"], start: number, where: { bay?: string; technician?: string }) => Promise<void>;
  /** Collection and return, in a visit's drawer. */
  Trips: Trips;
  /** The drives of a day, by driver. */
  Drives: ComponentType<{ document: CalendarDocument; date: string; linkOf: (visit: string) => string }>;
  children: (calendar: CalendarDocument, address: Address) => ReactNode;
};

/** The desk's calendar; day, view and what is open over it are its address. */
export function CalendarPage(props: CalendarPageProps) {
  const center = useCenterId();
  const live = useToday(center);
  return (
    <LiveState live={live} skeleton={<CalendarSkeleton />}>
      {(today) => (
        <ZoneContext.Provider value={today.center.zone}>
          <Days key={center} today={today} {...props} />
        </ZoneContext.Provider>
      )}
    </LiveState>
  );
}

function Days({ today, ...props }: CalendarPageProps & { today: CalendarDocument }) {
  const address = useShown();
  const now = useClock(5_000);
  const zone = today.center.zone;
  const present = dayOf(now, zone);
  const date = address.date ?? present;
  const days = useMemo(() => daysOf(address.view, date), [address.view, date]);
  const [first, last] = [days[0]!, days.at(-1)!];
  const common = { ...props, address, today, present, date, days, now };
  if (first === today.first && last === today.last) return <Workbench {...common} document={today} documentKey={calendarKey(today.center.id)} />;
  return <Others {...common} first={first} last={last} />;
}

type Common = Omit<Parameters<typeof Workbench>[0], "document" | "documentKey">;

/** Other days than today: they have a document of their own. */
function Others({ first, last, ...common }: Common & { first: string; last: string }) {
  const { id } = common.today.center;
  const live = useDays(id, first, last);
  return <Workbench {...common} document={live.document ?? null} live={live} documentKey={calendarKey(id, first, last)} />;
}

function CalendarSkeleton() {
  return (
    <Skeleton className="p-4.5">
      <SkeletonBlock className="mb-4 h-9" />
      <div className="grid grid-cols-3 gap-2.5 md:grid-cols-6">{Array.from({ length: 6 }, (_, at) => <SkeletonBlock key={at} className="h-120" />)}</div>
    </Skeleton>
  );
}
