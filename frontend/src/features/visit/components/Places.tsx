import { useEffect, useMemo, useRef } from "react";
import { useQueryClient } from "@tanstack/react-query";
import type { WaitingDocument } from "@/api/documents";
import type { Waiting } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useLiveDocument } from "@/live/document";
import { useCommand } from "@/live/useCommand";
import { placesKey, PLACES, readPlaces } from "../api/waiting";
import { bookedOf, openPlaces } from "../model/place";
import { Place } from "./Place";

/**
 * What the person waits for, live: an offer appears with its time, and what is booked of it among the visits; `onBooked`
 * gets the visit that was booked while one looks.
 */
export default function Places({ onBooked }: { onBooked?: (visitId: string) => void }) {
  const t = useT();
  const client = useQueryClient();
  const { document } = useLiveDocument<WaitingDocument>(placesKey, readPlaces);
  const { run, of } = useCommand(placesKey);
  const booked = document && bookedOf(document.waiting);
  const before = useRef(booked);
  useEffect(() => {
    if (before.current !== undefined && before.current !== booked) void client.invalidateQueries({ queryKey: ["visits"] });
    before.current = booked;
  }, [booked, client]);
  const places = useMemo(() => openPlaces(document?.waiting ?? []), [document]);
  // Booked is what one pressed for and what then waits no more; a refusal leaves the place where it is.
  const pressed = useRef<Waiting>(undefined);
  useEffect(() => {
    const { id, appointment_id: visitId } = pressed.current ?? {};
    if (!visitId || places.some((one) => one.id === id)) return;
    pressed.current = undefined;
    onBooked?.(visitId);
  }, [places, onBooked]);
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="waiting-list">
      <h2 id="waiting-list" className="mb-2 text-sm font-semibold text-muted">{t("waiting.title")}</h2>
      <ul className="flex flex-col gap-3" aria-live="polite">
        {places.map((place) => (
          <li key={place.id}>
            <Place
              place={place}
              intents={of(place.id)}
              onVerb={(verb, say) => {
                pressed.current = verb === "book" ? place : undefined;
                run({ to: PLACES, id: place.id, verb, version: place.version, say, quiet: true });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
