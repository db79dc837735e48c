import { Suspense, useRef, useState, useSyncExternalStore, type ComponentType } from "react";
import { useT } from "@/lib/i18n";
import { firstData } from "@/lib/firstData";
import { Button } from "@/ui/Button";
import { SkeletonBlock } from "@/ui/Skeleton";
import type { Found } from "../api/centers";
import type { MapSetting } from "../model/map";
import { CenterRow } from "./CenterRow";

/** The map of a list, which comes only where it is looked at. */
export type CentersMap = ComponentType<{ setting: MapSetting; centers: Found[]; chosen: string | null; onChoose: (id: string) => void }>;

const WIDE = "(min-width: 64rem)";
const follow = (listener: () => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
};
const isWide = () => matchMedia(WIDE).matches;

/** The centres that were found: a list, and where the page has tiles a map that shares the chosen one with it. */
export function CentersFound({ centers, Map }: { centers: Found[]; Map: CentersMap }) {
  const setting = firstData<MapSetting>("map");
  if (centers.length === 0) return null;
  return setting ? <OnMap setting={setting} centers={centers} Map={Map} /> : <List centers={centers} />;
}

function OnMap({ setting, centers, Map }: { setting: MapSetting; centers: Found[]; Map: CentersMap }) {
  const t = useT();
  const wide = useSyncExternalStore(follow, isWide);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  /** A mark leads to its row, where the way on is. */
  const choose = (id: string) => {
    setChosen(id);
    const row = list.current?.querySelector<HTMLElement>(`[data-center="${id}"] a`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  const shown = wide || open;
  return (
    <div className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)] lg:items-start">
      {!wide && <Button className="self-start" aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? "book.map_hide" : "book.map")}</Button>}
      {shown && (
        <div className="h-[45dvh] lg:sticky lg:top-4 lg:order-2 lg:h-[calc(100dvh-20rem)] lg:min-h-96">
          <Suspense fallback={<SkeletonBlock className="size-full" />}>
            <Map setting={setting} centers={centers} chosen={chosen} onChoose={choose} />
          </Suspense>
        </div>
      )}
      <div ref={list}><List centers={centers} chosen={chosen} {...(shown ? { onChoose: setChosen } : {})} /></div>
    </div>
  );
}

function List({ centers, chosen = null, onChoose }: { centers: Found[]; chosen?: string | null; onChoose?: (id: string) => void }) {
  const t = useT();
  return (
    <ul aria-label={t("book.centers")} className="divide-y overflow-hidden rounded-md border bg-raised">
      {centers.map((one) => (
        <li
          key={one.id}
          data-center={one.id}
          className={one.id === chosen ? "bg-accent-soft inset-ring-2 inset-ring-accent" : undefined}
          onFocus={() => onChoose?.(one.id)}
          onPointerEnter={({ pointerType }) => pointerType === "mouse" && onChoose?.(one.id)}
        >
          <CenterRow center={one} />
        </li>
      ))}
    </ul>
  );
}
