import type { ReactNode } from "react";
import type { FloorDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { EmptyState } from "@/ui/EmptyState";
import { LiveDot } from "@/ui/LiveDot";
import { Time } from "@/ui/moments";
import { wallOf } from "../model/wall";
import { BayTile } from "./BayTile";
import { Counts } from "./Counts";
import { Elsewhere } from "./Elsewhere";

/** Every bay of a centre at a glance; `back` leads a person to where they came from. */
export function Floor({ floor, back }: { floor: FloorDocument; back?: ReactNode }) {
  const t = useT();
  const now = useClock();
  const wall = wallOf(floor, now);
  return (
    <ZoneContext.Provider value={floor.center.zone}>
      <div className="flex min-h-0 flex-1 flex-col px-10">
        <header className="flex h-28 flex-none items-center gap-7 text-[2.5rem]">
          {back}
          <h1 className="text-[2.875rem]">{floor.center.name}</h1>
          <LiveDot size="wall" />
          <span className="flex-1" />
          <Time at={now} show="long-day" className="text-muted" />
          <Time at={now} className="text-[4rem] leading-none font-bold" />
        </header>
        {wall.tiles.length === 0 ? (
          <EmptyState kind="empty" title={t("floor.no_bays")}>{t("floor.no_bays_text")}</EmptyState>
        ) : (
          <div className={`grid min-h-0 flex-1 auto-rows-fr gap-6 ${columns(wall.tiles.length)}`}>
            {wall.tiles.map((tile) => (
              <BayTile key={tile.bay.id} tile={tile} />
            ))}
          </div>
        )}
        <Elsewhere cards={wall.elsewhere} />
        <Counts wall={wall} />
      </div>
    </ZoneContext.Provider>
  );
}

/** Tiles as near to the shape of the screen as their number allows. */
function columns(count: number): string {
  if (count <= 2) return "grid-cols-2";
  if (count <= 9) return "grid-cols-3";
  return "grid-cols-4";
}
