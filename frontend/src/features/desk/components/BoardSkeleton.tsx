import { Skeleton, SkeletonBlock } from "@/ui/Skeleton";
import { COLUMNS } from "../model/board";

/** The shape of the board, for a first load that takes longer. */
export function BoardSkeleton() {
  return (
    <Skeleton className="p-4.5">
      <SkeletonBlock className="mb-6 h-9" />
      <div className="grid grid-cols-2 gap-2.5 md:grid-cols-5">
        {COLUMNS.map((column) => (
          <div key={column} className="flex flex-col gap-2.5">
            <SkeletonBlock className="h-32" />
            <SkeletonBlock className="h-32" />
          </div>
        ))}
      </div>
    </Skeleton>
  );
}
