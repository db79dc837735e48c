import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useStore } from "@/lib/store";
import { contact } from "@/live/contact";
import { socket } from "@/live/hub";

/** Has the centre read again whenever what it sells or its hours are others, so that nobody books by an old price. Draws nothing. */
export function CenterNews({ center }: { center: string }) {
  const client = useQueryClient();
  const up = useStore(contact, (held) => held.up);
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: ["center", center] });
    const topic = `center.${center}.availability`;
    return socket.follow(topic, null, {
      onFrame: ({ data }) => {
        // News of single days is of slots alone; the centre itself names none.
        if ((data as { days?: string[] }).days?.length === 0) again();
      },
      onResync: () => {
        socket.catchUp(topic, null);
        again();
      },
      onRefused: () => undefined,
    });
  }, [client, center]);
  useEffect(() => {
    // What changed before the line was there, or while it was away, is read once it is.
    if (up) void client.invalidateQueries({ queryKey: ["center", center] });
  }, [client, center, up]);
  return null;
}
