import type { ReactNode } from "react";
import type { Live } from "@/live/document";
import { EmptyState } from "./EmptyState";
import { Skeleton } from "./Skeleton";

/** The states before a live document is there: skeleton, offline, not permitted; then `children` with the document. */
export function LiveState<D>({ live, skeleton, children }: { live: Live<D>; skeleton?: ReactNode; children: (document: D) => ReactNode }) {
  if (live.document !== undefined) return children(live.document);
  if (live.loading) return skeleton ?? <Skeleton className="p-6" />;
  return <EmptyState page kind={live.problem && !live.problem.passing ? "no-permission" : "offline"} className="my-auto" />;
}
