import { Skeleton, SkeletonBlock } from "@/ui/Skeleton";

/** The shape of a visit, while its first load takes long. */
export function VisitSkeleton() {
  return (
    <Skeleton className="space-y-4! p-5">
      <SkeletonBlock className="h-6 w-36" />
      <SkeletonBlock className="h-8 w-4/5" />
      <SkeletonBlock className="h-10 w-3/5" />
      <SkeletonBlock className="h-40" />
      <SkeletonBlock className="h-40" />
    </Skeleton>
  );
}
