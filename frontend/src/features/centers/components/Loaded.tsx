import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";

/** What was read, once it is there; before that a skeleton, or why it is not. */
export function Loaded<T>({ query, children }: { query: Pick<UseQueryResult<T>, "data" | "error">; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Skeleton rows={4} />;
  return <EmptyState kind={asProblem(query.error).passing ? "offline" : "no-permission"} />;
}
