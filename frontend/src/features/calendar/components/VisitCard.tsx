import type { PointerEvent } from "react";
import type { Slot, WorkState } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import type { Intent } from "@/live/intents";
import { StateIcon } from "@/ui/icons";
import { Window } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { Mark } from "../model/mark";
import { nameOf, servicesOf } from "../model/names";
import type { By } from "../model/plan";
import { besides, markText } from "./words";

const grounds: Record<WorkState, string> = {
  queued: "bg-raised border-s-control",
  progress: "bg-progress-soft border-s-progress",
  waiting: "bg-waiting-soft border-s-waiting",
  blocked: "bg-blocked-soft border-s-blocked",
  done: "bg-done-soft border-s-done",
};
const inks: Record<WorkState, string> = {
  queued: "text-queued-text",
  progress: "text-progress-text",
  waiting: "text-waiting-text",
  blocked: "text-blocked-text",
  done: "text-done-text",
};
/** Pixels that the first line and the edges take, and one more line. */
const FIRST_PX = 29;
const LINE_PX = 16;
/** A card that has room for its plate alone: the handle of its end is a line on its edge. */
const SHORT_PX = 25;

export type CardProps = {
  visit: Slot;
  by: By;
  mark: Mark;
  /** Pixels there are. */
  height: number;
  to: string;
  open: boolean;
  tabbable: boolean;
  movable: boolean;
  dragged: boolean;
  pending: Intent | undefined;
  onPress: (event: PointerEvent, grip: "whole" | "end") => void;
  onFocus: () => void;
};

/** One visit in its place; the whole card is the link to its drawer, and can be taken where it may be moved. */
export function VisitCard({ visit, by, mark, height, to, open, tabbable, movable, dragged, pending, onPress, onFocus }: CardProps) {
  const t = useT();
  const lines = Math.max(0, Math.floor((height - FIRST_PX) / LINE_PX));
  const short = height <= SHORT_PX;
  const slow = pending?.state === "slow";
  const word = slow ? t("intent.sending") : markText(mark, t);
  return (
    <Tint by={visit.version} className={cx("group @container h-full rounded-sm", dragged && "opacity-45")}>
      <Link
        to={to}
        id={`visit-${visit.id}`}
        draggable={false}
        tabIndex={tabbable ? 0 : -1}
        aria-current={open || undefined}
        aria-keyshortcuts={movable ? "m" : undefined}
        onFocus={onFocus}
        onPointerDown={(event) => movable && onPress(event, "whole")}
        className={cx(
          "flex h-full scroll-m-16 flex-col overflow-hidden rounded-sm border border-s-[3px] ps-1.5 pe-1 text-xs leading-4 text-ink no-underline select-none hover:border-y-control hover:border-e-control focus-visible:rounded-sm",
          grounds[mark.state],
          !short ? "pt-0.75" : "justify-center",
          movable && "pointer-fine:cursor-grab",
          mark.say === "held" && "border-dashed",
          open && "border-y-accent! border-e-accent! inset-ring inset-ring-accent",
        )}
      >
        <span className={cx("flex min-h-4.5 shrink-0 items-center gap-1", lines > 0 && "pt-0.5")}>
          {visit.vehicle ? <Plate size="xs" className={cx("min-w-0 truncate px-1! py-0.5!", short && "border-transparent! bg-transparent! px-0!")}>{nameOf(visit)}</Plate> : <span className="truncate font-semibold">{t("calendar.nobody_yet")}</span>}
          {lines === 0 && <span aria-hidden="true" className="hidden min-w-0 truncate @[14rem]:block"><b className={cx("font-semibold", inks[mark.state])}>{word}</b>{` · ${servicesOf(visit)}`}</span>}
          <span className={cx("ms-auto shrink-0", slow ? "animate-breathe text-waiting-text" : inks[mark.state])}>
            <StateIcon state={slow ? "waiting" : mark.state} size={13} />
          </span>
        </span>
        <span className={cx("block min-w-0 shrink-0", lines === 0 && "sr-only", lines === 1 && "truncate", lines > 1 && "mt-0.5")}>
          <b className={cx("font-semibold", lines > 1 && "block truncate", inks[mark.state])}>{word}</b>
          <span className={cx(lines !== 1 && "sr-only")}> · </span>
          <span className={cx(lines > 1 && "block", lines === 2 && "truncate", lines > 2 && "line-clamp-2")}>{servicesOf(visit)}</span>
        </span>
        <span className={cx("num mt-auto block shrink-0 truncate pb-1 text-muted", lines < 4 && "sr-only")}>{besides(visit, by)}</span>
        <span className="sr-only"><Window from={visit.scheduled_start} to={visit.scheduled_end} /></span>
      </Link>
      {movable && (
        <span
          aria-hidden="true"
          onPointerDown={(event) => onPress(event, "end")}
          className={cx("absolute inset-x-2 bottom-0 flex cursor-ns-resize touch-none items-end justify-center", short ? "h-1.5 pointer-coarse:h-3" : "h-2.5 pb-0.75 pointer-coarse:h-4")}
        >
          <i className={cx("w-6 rounded-full bg-control opacity-0 group-hover:opacity-70 pointer-coarse:opacity-70", short ? "h-0.5" : "h-0.75")} />
        </span>
      )}
    </Tint>
  );
}
