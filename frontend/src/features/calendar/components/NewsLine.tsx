import { useLocale, useT } from "@/lib/i18n";
import { useZone } from "@/lib/zone";
import { useMe } from "@/live/me";
import { Sign } from "@/ui/icons";
import { momentText } from "@/ui/moments";
import type { News } from "../live/useOthers";
import { changeText } from "../model/change";
import { nameOf } from "../model/names";

/** Who has just changed what, over the foot of the grid; it takes no room and no press. */
export function NewsLine({ news }: { news: News | null }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const me = useMe()?.id;
  const visit = news?.visit;
  const stays = visit?.status === "confirmed" || visit?.status === "proposed";
  const where = visit && stays ? [momentText(visit.scheduled_start, "day-time", zone, locale), visit.bay?.name, visit.technician?.name] : [];
  return (
    <p role="status" className="pointer-events-none absolute start-3 bottom-3 z-30 max-w-[calc(100%-1.5rem)]">
      {news && (
        <span key={`${news.visit.id}${news.visit.version}`} className="flex animate-appear items-start gap-2 rounded-md border bg-raised px-3 py-2 text-xs">
          <Sign name="person" size={14} className="mt-px shrink-0 text-muted" />
          <span className="num min-w-0"><b className="font-semibold">{nameOf(news.visit)}</b> · {[changeText(news.change, me, t), ...where].filter(Boolean).join(" · ")}</span>
        </span>
      )}
    </p>
  );
}
