import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Dialog } from "@/ui/Dialog";
import { Time, Window } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import type { Load } from "../model/load";
import { nameOf, servicesOf } from "../model/names";
import { loadText } from "./words";

/** The visits that a load counts, each a press away. */
export function LoadDialog({ title, load, people, day, linkOf, onClose }: { title: string; load: Load; people?: string[]; day: number; linkOf: (id: string) => string; onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="num text-muted">
        <Time at={day} show="long-day" /> · {loadText(load, t)}
      </p>
      {people && people.length > 0 && <p className="mt-0.5 text-muted">{people.join(", ")}</p>}
      {load.visits.length === 0 ? (
        <p className="mt-4">{t("calendar.load_none")}</p>
      ) : (
        <ul className="mt-3 divide-y">
          {load.visits.map((visit) => (
            <li key={visit.id}>
              <Link to={linkOf(visit.id)} onClick={onClose} className="flex min-h-11 items-center gap-3 py-1.5 text-ink no-underline hover:bg-surface">
                <Window from={visit.scheduled_start} to={visit.scheduled_end} className="w-24 shrink-0 text-xs text-muted" />
                <Plate size="xs">{nameOf(visit)}</Plate>
                <span className="min-w-0 flex-1 truncate">{servicesOf(visit)}</span>
                <span className="shrink-0 text-xs text-muted">{[visit.bay?.name, visit.technician?.name].filter(Boolean).join(" · ")}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
