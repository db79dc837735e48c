import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { usePublicNews } from "@/live/usePublicNews";

/** Has the centre read again whenever what it sells or its hours are others, so that nobody books by an old price. Draws nothing. */
export function CenterNews({ center }: { center: string }) {
  const client = useQueryClient();
  // News of single days is of slots alone.
  usePublicNews(center, useCallback((days) => void (days.length === 0 && client.invalidateQueries({ queryKey: ["center", center] })), [client, center]));
  return null;
}
