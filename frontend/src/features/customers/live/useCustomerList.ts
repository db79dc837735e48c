/** The list of a centre's customers, as it is searched; what other desks write of them comes live. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CustomerCard } from "@/api/things";
import { useStore } from "@/lib/store";
import { contact } from "@/live/contact";
import { socket } from "@/live/hub";
import { listCustomers, listKey } from "../api/customers";
import { patched, type Page } from "../model/list";

export function useCustomerList(center: string, text: string, limit: number) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: [...listKey(center), text, limit],
    queryFn: () => listCustomers(center, text, limit),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const up = useStore(contact, (held) => held.up);
  useEffect(() => {
    const topic = `center.${center}.desk`;
    const again = () => void client.invalidateQueries({ queryKey: listKey(center) });
    return socket.follow(topic, null, {
      onFrame: ({ data }) => {
        const cards = data["customers"] as CustomerCard[] | undefined;
        if (!cards) return;
        client.setQueriesData<Page>({ queryKey: listKey(center) }, (held) => held && patched(held, cards));
        // Whoever is new, or is found by another name now, is for the server to place.
        void client.invalidateQueries({ queryKey: listKey(center), refetchType: "active" });
      },
      onResync: () => {
        socket.catchUp(topic, null);
        again();
      },
      onRefused: () => undefined,
    });
  }, [client, center]);
  useEffect(() => {
    if (up) void client.invalidateQueries({ queryKey: listKey(center) });
  }, [client, center, up]);
  return query;
}
