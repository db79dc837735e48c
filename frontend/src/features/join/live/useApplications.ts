/** One's own applications, read again whenever the network answers one. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refresh } from "@/api/session";
import { socket } from "@/live/hub";
import { applicationsKey, readApplications } from "../api/join";

const TOPIC = "me";

export function useApplications(person: string) {
  const client = useQueryClient();
  const query = useQuery({ queryKey: applicationsKey(person), queryFn: readApplications });
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: applicationsKey(person) });
    return socket.follow(TOPIC, null, {
      onFrame: ({ type, data }) => {
        if (type !== "application:status_updated") return;
        again();
        // Who is approved administers the centre from now on: this page learns of the role.
        if ((data["application"] as { status?: string } | undefined)?.status === "approved") void refresh().catch(() => undefined);
      },
      onResync: () => {
        socket.catchUp(TOPIC, null);
        again();
      },
      onRefused: () => undefined,
    });
  }, [client, person]);
  return query;
}
