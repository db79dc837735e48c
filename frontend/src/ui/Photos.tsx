import { useQuery, type QueryKey } from "@tanstack/react-query";
import { useState, type KeyboardEvent } from "react";
import { asProblem } from "@/api/problem";
import type { Picture } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Button, ButtonAnchor, IconButton } from "./Button";
import { Dialog } from "./Dialog";
import { Sign } from "./icons";
import { ProblemNote } from "./ProblemNote";
import { SkeletonBlock } from "./Skeleton";

/** Links of pictures are good for hours; they are asked for again after one. */
const FRESH_MS = 60 * 60_000;
const GRID = "grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2";

type Props = { about: QueryKey; count: number; read: () => Promise<Picture[]>; /** What one shows, for who does not see it. */ nameOf: (number: number) => string };

/** Pictures that belong to something: small ones in a row, each opens larger, with the others beside it. */
export function Photos({ about, count, read, nameOf }: Props) {
  const t = useT();
  const { data, error, refetch } = useQuery({ queryKey: ["photos", ...about, count], queryFn: read, staleTime: FRESH_MS });
  const [open, setOpen] = useState<number>();
  const opened = open === undefined ? undefined : data?.[open];
  if (error && !data) return <ProblemNote problem={asProblem(error)}><Button onClick={() => void refetch()}>{t("retry")}</Button></ProblemNote>;
  return (
    <>
      <ul className={GRID}>
        {data
          ? data.map((one, at) => (
              <li key={one.id} className="aspect-square">
                <button type="button" aria-haspopup="dialog" onClick={() => setOpen(at)} className="block size-full cursor-zoom-in overflow-hidden rounded-sm border bg-surface hover:border-control">
                  <img src={one.thumbnail_url} alt={nameOf(at + 1)} width={one.width} height={one.height} loading="lazy" className="size-full object-cover" />
                </button>
              </li>
            ))
          : Array.from({ length: count }, (_, at) => <li key={at}><SkeletonBlock className="aspect-square" /></li>)}
      </ul>
      {data && opened && open !== undefined && <Larger photos={data} at={open} nameOf={nameOf} onTurn={setOpen} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** One picture as large as the window lets it be; the arrow keys turn to the next. */
function Larger({ photos, at, nameOf, onTurn, onClose }: { photos: Picture[]; at: number; nameOf: Props["nameOf"]; onTurn: (to: number) => void; onClose: () => void }) {
  const t = useT();
  const one = photos[at]!;
  const turn = (by: number) => onTurn((at + by + photos.length) % photos.length);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const onward = (event.key === "ArrowRight") === (document.documentElement.dir !== "rtl");
    turn(onward ? 1 : -1);
  };
  return (
    <Dialog title={nameOf(at + 1)} onClose={onClose} className="w-[min(60rem,100vw)]!">
      <div onKeyDown={photos.length > 1 ? onKeyDown : undefined} className="flex flex-col gap-3">
        <div className="grid min-h-48 place-items-center rounded-sm bg-surface">
          <img key={one.id} src={one.url} alt={nameOf(at + 1)} width={one.width} height={one.height} className="h-auto max-h-[68dvh] w-auto max-w-full animate-appear object-contain" />
        </div>
        <div className="flex items-center gap-2">
          {photos.length > 1 && (
            <>
              <IconButton label={t("photos.before")} onClick={() => turn(-1)}><Sign name="back" /></IconButton>
              <span role="status" className="num">{t("photos.at", { number: at + 1, count: photos.length })}</span>
              <IconButton data-autofocus label={t("photos.next")} onClick={() => turn(1)}><Sign name="onward" /></IconButton>
            </>
          )}
          <ButtonAnchor href={one.url} target="_blank" rel="noreferrer" className="ms-auto">{t("photos.full")}</ButtonAnchor>
        </div>
      </div>
    </Dialog>
  );
}
