import type { QueryKey } from "@tanstack/react-query";
import type { Job, Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { dayOf, useZone } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { useHeldWhile } from "@/live/interaction";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Section } from "@/ui/Section";
import { Tint } from "@/ui/tint";
import { useConflicts } from "../live/useConflicts";
import { causeOf } from "../model/conflicts";
import { nameOf } from "../model/names";
import { Ways } from "./Ways";

/** What the tray and a visit's drawer need to know of the conflicts of a centre. */
export type Known = {
  center: string;
  conflicts: Slot[];
  /** Every visit of the documents on screen. */
  visits: Slot[];
  jobs: Map<string, Job>;
  /** The documents that list them: today's, and the one on screen. */
  keys: [QueryKey, QueryKey];
  onDone: () => void;
};

type Props = { known: Known; order: string[]; held: boolean; at: string; linkOf: (visit: Slot) => string; dayLink: (date: string) => string; onMove: (visit: Slot) => void };

/** A vehicle that was received already is placed on its card. */
const isToCome = ({ status }: Slot) => status !== "checked_in";

/** The visits that the work before runs into, in the tray, and the ways out of it. */
export function Conflicts({ known, order, held, at, linkOf, dayLink, onMove }: Props) {
  const { center, conflicts, keys, onDone } = known;
  const out = useConflicts(center, conflicts, keys);
  const { shown } = useHeldWhile(out.ways ?? null, held);
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2">
        {order.map((id) => {
          const visit = conflicts.find((one) => one.id === id);
          return <li key={id}>{visit ? <Conflict known={known} visit={visit} at={at} to={linkOf(visit)} dayLink={dayLink} onMove={() => onMove(visit)} /> : <div aria-hidden="true" className="min-h-20 rounded-md border border-dashed" />}</li>;
        })}
      </ul>
      {conflicts.some(isToCome) && <Ways out={{ ...out, ways: shown ?? undefined }} conflicts={conflicts} onDone={onDone} />}
    </div>
  );
}

function Conflict({ known, visit, at, to, dayLink, onMove }: { known: Known; visit: Slot; at: string; to: string; dayLink: (date: string) => string; onMove: () => void }) {
  const t = useT();
  const me = useMe();
  const zone = useZone();
  return (
    <Tint by={visit.version} className="rounded-md">
      <div className={cx("rounded-md border border-blocked! bg-blocked-soft px-2.5 py-2", at === visit.id && "inset-ring inset-ring-blocked")}>
        <Link to={to} id={`conflict-${visit.id}`} aria-current={at === visit.id || undefined} className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-ink no-underline">
          <Plate size="xs" className="max-w-full truncate">{nameOf(visit)}</Plate>
          <Time at={visit.scheduled_start} show="day-time" className="text-xs font-semibold" />
        </Link>
        <Why known={known} visit={visit} className="mt-1.5" />
        <div className="mt-1.5 flex gap-1.5">
          {actionFor(visit, me, "reschedule") && <Button className="min-h-8! px-2! text-xs!" onClick={onMove}>{t("calendar.move")}</Button>}
          <Link to={dayLink(dayOf(visit.scheduled_start, zone))} className="flex min-h-8 items-center px-1.5 text-xs font-semibold text-muted">{t("calendar.show_day")}</Link>
        </div>
      </div>
    </Tint>
  );
}

/** What runs into a visit's time, and until when. */
function Why({ known: { visits, jobs }, visit, className }: { known: Known; visit: Slot; className?: string }) {
  const t = useT();
  const cause = causeOf(visit, visits, jobs);
  const what = cause && (cause.bay ? `${cause.what} (${cause.bay})` : cause.what);
  return (
    <p className={cx("flex items-start gap-1.5 text-xs font-semibold text-pretty text-blocked-text", className)}>
      <StateIcon state="blocked" size={13} className="mt-0.5 shrink-0" />
      <span>
        {what ? t("tray.runs_into", { what }) : t("calendar.conflict_why")}
        {cause?.until && <span className="font-normal"> {t("tray.expected")} <Time at={cause.until} show="day-time" /></span>}
        {!isToCome(visit) && <span className="font-normal"> {t("tray.here")}</span>}
      </span>
    </p>
  );
}

/** The same in the drawer of one of them. */
export function ConflictSection({ known, visit }: { known: Known; visit: Slot }) {
  const t = useT();
  const out = useConflicts(known.center, known.conflicts, known.keys);
  return (
    <Section title={t("calendar.mark.conflict")}>
      <Why known={known} visit={visit} />
      {isToCome(visit) && <Ways out={out} conflicts={known.conflicts} onDone={known.onDone} />}
    </Section>
  );
}
