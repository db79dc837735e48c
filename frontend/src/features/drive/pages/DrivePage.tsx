import { useT } from "@/lib/i18n";
import { dayOf, readerZone, useZone, ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { EmptyState } from "@/ui/EmptyState";
import { LiveState } from "@/ui/LiveState";
import { LiveDot } from "@/ui/LiveDot";
import { ZoneNote } from "@/ui/moments";
import { readTrips, tripsKey, type Trip } from "../api/drive";
import { TripCard } from "../components/TripCard";
import { dayOfTrips } from "../model/trips";

const GROUPS = ["now", "next", "later", "over"] as const;

/** A driver's own drives, on the phone: what is under way, what comes today and later, what is over today. */
export function DrivePage() {
  const t = useT();
  const center = useCenterId();
  const live = useLiveDocument(tripsKey(center), () => readTrips(center));
  return (
    <ZoneContext.Provider value={live.document?.center.zone ?? readerZone()}>
      <div className="flex flex-1 flex-col gap-5 p-4 pb-10 lg:p-6">
        <header className="flex items-center justify-between gap-3">
          <h1 className="text-2xl">{t("drive.mine")}</h1>
          <LiveDot />
        </header>
        <LiveState live={live}>{({ trips }) => <Groups trips={trips} />}</LiveState>
      </div>
    </ZoneContext.Provider>
  );
}

function Groups({ trips }: { trips: Trip[] }) {
  const t = useT();
  const zone = useZone();
  const today = dayOf(useClock(60_000), zone);
  const day = dayOfTrips(trips, (trip) => dayOf(trip.window_start, zone) <= today);
  if (trips.length === 0) return <EmptyState kind="empty" className="my-auto" title={t("drive.nothing")}>{t("drive.nothing_text")}</EmptyState>;
  return (
    <>
      {GROUPS.filter((group) => day[group].length > 0).map((group) => (
        <section key={group} aria-labelledby={`trips-${group}`} className="flex flex-col gap-3">
          <h2 id={`trips-${group}`} className="num text-lg text-muted">{t(`drive.group.${group}`, { count: day[group].length })}</h2>
          <ul className="grid gap-3 lg:grid-cols-2">
            {day[group].map((trip) => <li key={trip.id}><TripCard trip={trip} /></li>)}
          </ul>
        </section>
      ))}
      <ZoneNote />
    </>
  );
}
