/** What is told to everybody of a centre: which days have other slots now, or that the centre itself is another. */
import { useEffect } from "react";
import { useStore } from "@/lib/store";
import { contact } from "./contact";
import { socket } from "./hub";

/**
 * Call `onNews` with the days whose slots are others; with none when the centre's hours, services or prices are, or
 * when something may have been missed. Give the same function while nothing of it changes.
 */
export function usePublicNews(center: string, onNews: (days: string[]) => void): void {
  const up = useStore(contact, (held) => held.up);
  useEffect(() => {
    const topic = `center.${center}.availability`;
    return socket.follow(topic, null, {
      onFrame: ({ data }) => onNews((data as { days?: string[] }).days ?? []),
      onResync: () => {
        socket.catchUp(topic, null);
        onNews([]);
      },
      onRefused: () => undefined,
    });
  }, [center, onNews]);
  useEffect(() => {
    // What changed before the line was there, or while it was away, is read once it is.
    if (up) onNews([]);
  }, [up, onNews]);
}
