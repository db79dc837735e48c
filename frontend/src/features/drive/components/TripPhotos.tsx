import { Suspense } from "react";
import { area } from "@/app/area";
import { useT } from "@/lib/i18n";
import { readTripPhotos, tripPhotosKey, type By, type Transport } from "../api/drive";

const Photos = area(async () => ({ default: (await import("@/ui/Photos")).Photos }), "plan");

/** The pictures that the driver took at the hand-over; what draws them is fetched where there are some. */
export function TripPhotos({ trip, as }: { trip: Transport; as: By }) {
  const t = useT();
  if (trip.photo_count === 0) return null;
  return (
    <Suspense fallback={<div className="h-22" />}>
      <Photos about={tripPhotosKey(trip.id, as)} count={trip.photo_count} read={() => readTripPhotos(trip.id, as)} nameOf={(number) => t(`drive.picture.${trip.direction}`, { number })} />
    </Suspense>
  );
}
