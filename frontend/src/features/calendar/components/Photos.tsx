import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { ProblemNote } from "@/ui/ProblemNote";
import { SkeletonBlock } from "@/ui/Skeleton";
import { photosKey, readPhotos } from "../api/calendar";

/** Links of pictures are good for hours; they are asked for again after one. */
const FRESH_MS = 60 * 60_000;

/** The pictures that came with a request; each opens in full. */
export function Photos({ visit, count }: { visit: string; count: number }) {
  const t = useT();
  const { data, error } = useQuery({ queryKey: photosKey(visit), queryFn: () => readPhotos(visit), staleTime: FRESH_MS });
  if (error) return <ProblemNote problem={asProblem(error)} />;
  return (
    <ul className="grid grid-cols-3 gap-2">
      {data
        ? data.map((one, at) => (
            <li key={one.id}>
              <a href={one.url} target="_blank" rel="noreferrer" className="block overflow-hidden rounded-sm border">
                <img src={one.thumbnail_url} alt={t("calendar.photo", { number: at + 1 })} width={one.width} height={one.height} loading="lazy" className="aspect-square w-full object-cover" />
              </a>
            </li>
          ))
        : Array.from({ length: count }, (_, at) => <li key={at}><SkeletonBlock className="aspect-square" /></li>)}
    </ul>
  );
}
