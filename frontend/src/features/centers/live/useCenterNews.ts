import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { socket } from "@/live/hub";
import { centerKey } from "../api/centers";

/** Read the centre's pages again whenever somebody changes what can be booked there, and the list of who is left outside with every visit. */
export function useCenterNews(center: string): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!center) return;
    const topic = `center.${center}.calendar`;
    return socket.follow(topic, null, {
      onFrame: () => void client.invalidateQueries({ queryKey: centerKey(center, "unserved") }),
      onResync: () => {
        socket.catchUp(topic, null);
        void client.invalidateQueries({ queryKey: centerKey(center) });
      },
      onRefused: () => undefined,
    });
  }, [client, center]);
}
