import { useId } from "react";
import type { Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { durationText, momentText } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { ProblemNote } from "@/ui/ProblemNote";
import type { PlannedMove, Way } from "../api/tray";
import type { WaysOut } from "../live/useConflicts";
import { changesOf } from "../model/conflicts";
import { nameOf } from "../model/names";

/** Up to three plans that place every visit in conflict, the fewest broken promises first; the desk confirms one. */
export function Ways({ out, conflicts, onDone }: { out: WaysOut; conflicts: Slot[]; onDone: () => void }) {
  const t = useT();
  const id = useId();
  const { ways, busy, problem, dismiss, confirm } = out;
  return (
    <section aria-labelledby={id} aria-busy={!ways && !problem} className="flex flex-col gap-2">
      <h4 id={id} className="px-1 text-xs font-semibold text-muted">{t("tray.ways")}</h4>
      {problem && (
        <ProblemNote problem={problem}>
          <Button className="min-h-8! px-2! text-xs!" onClick={dismiss}>{t("understood")}</Button>
        </ProblemNote>
      )}
      {!ways && !problem && <p role="status" className="px-1 text-xs text-muted">{t("tray.ways_sought")}</p>}
      {ways?.length === 0 && <p className="px-1 text-xs text-pretty text-muted">{t("tray.no_way")}</p>}
      {ways && ways.length > 0 && (
        <ol className="flex flex-col gap-2">
          {ways.map((way, at) => (
            <li key={way.moves.map((move) => `${move.appointment_id}${move.scheduled_start}${move.bay.id}${move.technician.id}`).join()}>
              <Card way={way} best={at === 0} conflicts={conflicts} busy={busy} onConfirm={() => void confirm(way).then((made) => made && onDone())} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Card({ way, best, conflicts, busy, onConfirm }: { way: Way; best: boolean; conflicts: Slot[]; busy: boolean; onConfirm: () => void }) {
  const t = useT();
  const id = useId();
  const kept = way.broken_promises === 0;
  return (
    <div className="rounded-md border bg-raised px-2.5 py-2">
      <p id={id} className={cx("flex items-start gap-1.5 text-xs font-semibold text-pretty", kept ? "text-done-text" : "text-waiting-text")}>
        <StateIcon state={kept ? "done" : "waiting"} size={13} className="mt-0.5 shrink-0" />
        {kept ? t("tray.keeps") : t("tray.later", { count: way.broken_promises, time: durationText(way.delay, t) })}
      </p>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {way.moves.map((move) => <Move key={move.appointment_id} move={move} visit={conflicts.find((one) => one.id === move.appointment_id)} />)}
      </ul>
      <Button className="mt-2 min-h-8! px-2.5! text-xs!" tone={best ? "primary" : "neutral"} busy={busy} aria-describedby={id} onClick={onConfirm}>
        {t("tray.move_all", { count: way.moves.length })}
      </Button>
    </div>
  );
}

/** Where one visit goes; what it keeps is quiet. */
function Move({ move, visit }: { move: PlannedMove; visit: Slot | undefined }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const changes = changesOf(move, visit);
  const sameDay = dayOf(move.before, zone) === dayOf(move.scheduled_start, zone);
  const from = momentText(move.before, sameDay ? "time" : "day-time", zone, locale);
  const to = momentText(move.scheduled_start, sameDay ? "time" : "day-time", zone, locale);
  const part = (changed: boolean) => (changed ? "font-semibold" : "text-muted");
  return (
    <li className="text-xs">
      <span className="flex items-center gap-1.5">
        {visit && <Plate size="xs" className="min-w-0 truncate">{nameOf(visit)}</Plate>}
        <span className="num ms-auto shrink-0 text-muted">{move.number}</span>
      </span>
      <span className="num mt-0.5 block">
        <span className={part(changes.time)}>{changes.time ? t("tray.from_to", { from, to }) : t("tray.stays", { at: to })}</span>
        {" · "}
        <span className={part(changes.bay)}>{move.bay.name}</span>
        {" · "}
        <span className={part(changes.technician)}>{move.technician.name}</span>
      </span>
    </li>
  );
}
