import { useMemo, useState } from "react";
import type { CalendarDocument } from "@/api/documents";
import { skillName } from "@/lib/skills";
import { useT } from "@/lib/i18n";
import { skillLoads } from "../model/load";
import { standing } from "../model/plan";
import type { Day } from "../model/day";
import { LoadBar } from "./LoadBar";
import { LoadDialog } from "./LoadDialog";

/** How much of the time of those who have each skill is booked, the fullest first; a phone has no room for it. */
export function LoadStrip({ document, day, linkOf }: { document: CalendarDocument; day: Day; linkOf: (id: string) => string }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const loads = useMemo(() => skillLoads(document, standing(document, day), day), [document, day]);
  const shown = loads.find((one) => one.skill === open);
  if (loads.length === 0) return null;
  return (
    <div className="flex items-center border-b max-md:hidden">
      <h2 className="shrink-0 ps-4.5 pe-2 text-xs font-semibold text-muted">{t("calendar.skills")}</h2>
      <ul className="flex min-w-0 flex-1 overflow-x-auto">
        {loads.map((load) => (
          <li key={load.skill} className="min-w-28 flex-1">
            <button type="button" aria-haspopup="dialog" onClick={() => setOpen(load.skill)} className="w-full px-2 py-1.5 text-start hover:bg-surface">
              <LoadBar load={load} label={skillName(load.skill)} />
            </button>
          </li>
        ))}
      </ul>
      {shown && <LoadDialog title={skillName(shown.skill)} load={shown} people={shown.people} day={day.start} linkOf={linkOf} onClose={() => setOpen(null)} />}
    </div>
  );
}
