import type { CalendarDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { dayOf, useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { Window } from "@/ui/moments";
import { StateMark } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { drivesOf, stateOf } from "../model/trips";

/** The drives of a day by driver, under the calendar's tools, on a phone in one row to be swiped; each opens its visit, where it is run, also when the card is open. */
export function DayDrives({ document, date, linkOf }: { document: CalendarDocument; date: string; linkOf: (visit: string) => string }) {
  const t = useT();
  const zone = useZone();
  const now = useClock(15_000);
  const rows = drivesOf(document, (at) => dayOf(at, zone) === date);
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("drive.day")} className="flex border-b py-1 max-md:overflow-x-auto md:max-h-28 md:flex-col md:overflow-y-auto">
      {rows.map(({ driver, drives }) => (
        <div key={driver.id} className="flex min-h-9 items-center gap-2 px-4.5 max-md:shrink-0 max-md:px-3">
          <h2 className="shrink-0 truncate text-xs md:w-32 font-semibold text-muted">{driver.name}</h2>
          <ul className="flex min-w-0 flex-1 gap-1.5 md:flex-wrap">
            {drives.map(({ visit, trip }) => (
              <li key={trip.id}>
                <Link to={linkOf(visit.id)} title={visit.customer?.name} className="flex min-h-8 items-center gap-1.5 rounded-sm border bg-raised px-2 text-xs whitespace-nowrap text-ink no-underline hover:border-control">
                  <StateMark state={stateOf(trip, now)} size={13} />
                  <Window from={trip.window_start} to={trip.window_end} />
                  <b className="font-semibold">{t(`drive.way.${trip.direction}`)}</b>
                  {visit.vehicle && <Plate size="xs">{visit.vehicle.plate || visit.vehicle.model}</Plate>}
                  <span className="sr-only">{visit.customer?.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
