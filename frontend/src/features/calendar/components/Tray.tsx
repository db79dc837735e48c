import type { PointerEvent, ReactNode } from "react";
import type { Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { dayOf, useZone } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { troubled } from "@/live/intents";
import { useMe } from "@/live/me";
import { useHeldWhile } from "@/live/interaction";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { Moves } from "../live/useMoves";
import { nameOf, servicesOf } from "../model/names";
import type { Tray as Held } from "../model/tray";
import { Group } from "./Group";
import { Trouble } from "./Trouble";

type Props = {
  tray: Held;
  now: number;
  moves: Moves;
  held: boolean;
  at: string;
  linkOf: (visit: Slot) => string;
  onPress: (event: PointerEvent, visit: Slot) => void;
  /** The visits in conflict, by their ids, and the ways out. */
  conflicts: (ids: string[]) => ReactNode;
  /** What cannot be served as it is booked, by ids. */
  unserved: { ids: string[]; draw: (ids: string[]) => ReactNode };
  /** Who waits for a time. */
  line: ReactNode;
};

/** What the desk has to place: visits that the work before runs into, requests to answer, visits left outside, and who waits. */
export function Tray({ tray, now, moves, held, at, linkOf, onPress, conflicts, unserved, line }: Props) {
  const t = useT();
  const order = useHeldWhile({ requests: tray.requests.map((one) => one.id), conflicts: tray.conflicts.map((one) => one.id), unserved: unserved.ids }, held);
  const known = new Map(tray.requests.map((visit) => [visit.id, visit]));
  const { shown } = order;
  return (
    <div className="flex flex-col gap-5 px-3 py-3">
      {order.waiting > 0 && <HeldUpdates waiting={order.waiting} onRelease={order.release} />}
      {shown.conflicts.length > 0 && <Group title={t("calendar.conflicts")} count={shown.conflicts.length}>{conflicts(shown.conflicts)}</Group>}
      <Group title={t("calendar.requests")} count={shown.requests.length} none={t("calendar.no_requests")}>
        <ul className="flex flex-col gap-2">
          {shown.requests.map((id) => {
            const visit = known.get(id);
            return visit ? <li key={id}><Request {...{ visit, now, moves, at, onPress }} to={linkOf(visit)} /></li> : <li key={id} aria-hidden="true" className="min-h-20 rounded-md border border-dashed" />;
          })}
        </ul>
      </Group>
      {shown.unserved.length > 0 && <Group title={t("calendar.unserved")} count={shown.unserved.length}>{unserved.draw(shown.unserved)}</Group>}
      {line}
    </div>
  );
}

function Request({ visit, now, moves, at, to, onPress }: { visit: Slot; now: number; moves: Moves; at: string; to: string; onPress: Props["onPress"] }) {
  const t = useT();
  const me = useMe();
  const trouble = moves.of(visit.id).find(troubled);
  const movable = actionFor(visit, me, "propose") !== undefined;
  const [wish] = visit.wished_times;
  return (
    <>
      <Tint by={visit.version} className="rounded-md">
        <Link
          to={to}
          id={`visit-${visit.id}`}
          draggable={false}
          aria-current={at === visit.id || undefined}
          onPointerDown={(event) => movable && onPress(event, visit)}
          className={cx("flex flex-col gap-1.5 rounded-md border bg-raised px-2.5 py-2 text-ink no-underline select-none hover:border-control focus-visible:rounded-md", movable && "pointer-fine:cursor-grab", at === visit.id && "border-accent! inset-ring inset-ring-accent")}
        >
          <span className="flex items-center justify-between gap-2">
            <Plate size="xs" className="min-w-0 truncate">{nameOf(visit)}</Plate>
            {visit.photo_count > 0 && <span className="num shrink-0 text-xs text-muted">{t("calendar.photos", { count: visit.photo_count })}</span>}
          </span>
          {visit.concern && <span className="line-clamp-3 leading-snug text-pretty">{`“${visit.concern}”`}</span>}
          <span className="text-xs text-muted">{[visit.customer?.name, servicesOf(visit)].filter(Boolean).join(" · ")}</span>
          {wish && (
            <span className="num text-xs">
              {t("calendar.wishes")} <Time at={wish} show="day-time" className="font-semibold" />
              {visit.wished_times.length > 1 && ` ${t("calendar.more_times", { count: visit.wished_times.length - 1 })}`}
            </span>
          )}
          {visit.answer_by && <Due at={visit.answer_by} now={now} />}
        </Link>
      </Tint>
      {trouble && <Trouble visit={visit} intent={trouble} moves={moves} className="mt-1" />}
    </>
  );
}

const SOON_MS = 60 * 60_000;

/** By when it wants an answer; with a sign when that is soon or over. */
function Due({ at, now }: { at: string; now: number }) {
  const t = useT();
  const zone = useZone();
  const left = Date.parse(at) - now;
  const state = left <= 0 ? "blocked" : left < SOON_MS ? "waiting" : null;
  return (
    <span className={cx("num flex shrink-0 items-center gap-1 text-xs", state === "blocked" && "font-semibold text-blocked-text", state === "waiting" && "font-semibold text-waiting-text", !state && "text-muted")}>
      {state && <StateIcon state={state} size={12} />}
      {t("calendar.answer_by")} <Time at={at} show={dayOf(at, zone) === dayOf(now, zone) ? "time" : "day-time"} />
    </span>
  );
}
