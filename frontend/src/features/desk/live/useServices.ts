/** What the centre sells today, at today's prices. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { usePublicNews } from "@/live/usePublicNews";
import { listServices } from "../api/desk";

/** The services of a centre, read again whenever it sells others or at another price. */
export function useServices(center: string) {
  const client = useQueryClient();
  usePublicNews(center, useCallback((days) => void (days.length === 0 && client.invalidateQueries({ queryKey: ["services", center] })), [client, center]));
  return useQuery({ queryKey: ["services", center], queryFn: () => listServices(center) });
}
