/** Dragging a visit, its end or a request over the grid, by mouse, pen and finger. */
import { useCallback, useEffect, useRef, useState, type PointerEvent as Press } from "react";
import type { Slot } from "@/api/things";
import { MINUTE } from "../model/day";
import { lengthOf } from "../model/move";
import { timeOf } from "../model/plan";
import { columnAt, lengthTo, momentAt, startAt, type Grid, type Point } from "../model/spot";

export type Grip = "whole" | "end" | "request";
/** What is being dragged, as it was when that began, and where it would go; no column while it is beside the grid. */
export type Drag = { grip: Grip; visit: Slot; column: string | null; start: number; minutes: number };

const FAR_PX = 4;
const SHAKE_PX = 8;
const LONG_PRESS_MS = 280;
const EDGE_PX = 48;

type Held = { grip: Grip; visit: Slot; offset: number; home: string | null; from: Point; touch: boolean; begun: boolean };
type Options = { grid: () => Grid | null; scroller: () => HTMLElement | null; onDrop: (drag: Drag) => void };

export type Dragging = {
  drag: Drag | null;
  /** A pointer is on a card, dragging or about to. */
  pressed: boolean;
  press: (event: Press, grip: Grip, visit: Slot, column: string | null) => void;
};

export function useDrag(options: Options): Dragging {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [pressed, setPressed] = useState(false);
  const latest = useRef(options);
  const end = useRef<() => void>(undefined);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => () => end.current?.(), []);

  const press = useCallback((event: Press, grip: Grip, visit: Slot, column: string | null) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const stop = new AbortController();
    const { signal } = stop;
    const grid = latest.current.grid();
    const point = { x: event.clientX, y: event.clientY };
    const edge = grip === "end" ? timeOf(visit).to : timeOf(visit).from;
    const held: Held = { grip, visit, home: column, from: point, touch: event.pointerType === "touch", begun: false, offset: grip === "request" || !grid ? 0 : momentAt(grid, point) - edge };
    let last = point;
    let current: Drag | null = null;
    let frame = 0;

    const look = () => {
      const now = latest.current.grid();
      if (!now) return;
      const next = dragTo(held, now, last);
      if (current && same(current, next)) return;
      current = next;
      setDrag(next);
    };
    const scroll = () => {
      const box = latest.current.scroller();
      const rect = box?.getBoundingClientRect();
      if (box && rect) {
        const by = nudge(last.y, rect.top, rect.bottom);
        const aside = nudge(last.x, rect.left, rect.right);
        if (by || aside) {
          box.scrollBy(aside, by);
          look();
        }
      }
      frame = requestAnimationFrame(scroll);
    };
    const begin = () => {
      held.begun = true;
      document.documentElement.style.cursor = grip === "end" ? "ns-resize" : "grabbing";
      frame = requestAnimationFrame(scroll);
      look();
    };
    const finish = () => {
      stop.abort();
      clearTimeout(patience);
      cancelAnimationFrame(frame);
      document.documentElement.style.cursor = "";
      end.current = undefined;
      setPressed(false);
      setDrag(null);
    };
    end.current = finish;
    // A finger scrolls unless it rests first; the handle at the end is for nothing else.
    const patience = held.touch && grip !== "end" ? setTimeout(begin, LONG_PRESS_MS) : undefined;
    setPressed(true);

    const on = <K extends keyof WindowEventMap>(type: K, run: (event: WindowEventMap[K]) => void) => window.addEventListener(type, run, { signal, passive: false, capture: true });
    on("pointermove", (move) => {
      last = { x: move.clientX, y: move.clientY };
      const way = Math.hypot(last.x - held.from.x, last.y - held.from.y);
      if (held.begun) look();
      else if (held.touch && grip !== "end") {
        if (way > SHAKE_PX) finish();
      } else if (way > FAR_PX) begin();
    });
    on("touchmove", (move) => held.begun && move.cancelable && move.preventDefault());
    on("contextmenu", (menu) => held.touch && menu.preventDefault());
    on("pointercancel", finish);
    on("keydown", (key) => {
      if (key.key !== "Escape" || !held.begun) return;
      key.preventDefault();
      key.stopPropagation();
      finish();
      // The button is still down: what it says when it comes up is not meant for the card.
      window.addEventListener("pointerup", swallowClick, { capture: true, once: true });
    });
    on("pointerup", () => {
      const dropped = held.begun ? current : null;
      finish();
      if (!held.begun) return;
      swallowClick();
      if (dropped?.column) latest.current.onDrop(dropped);
    });
  }, []);

  return { drag, pressed, press };
}

/** Where a point takes what is held. */
function dragTo({ grip, visit, home, offset }: Held, grid: Grid, point: Point): Drag {
  const minutes = lengthOf(visit);
  const at = momentAt(grid, point) - offset;
  if (grip === "end") return { grip, visit, column: home, start: timeOf(visit).from, minutes: lengthTo(grid, timeOf(visit).from, at) };
  const beside = grip === "request" && (point.x < grid.box.left || point.x > grid.box.right || momentAt(grid, point) < grid.axis.from || momentAt(grid, point) > grid.axis.to);
  const moved = Math.abs(at - timeOf(visit).from) < (grid.step / 2) * MINUTE;
  return { grip, visit, column: beside ? null : (columnAt(grid, point) ?? null), start: moved && grip === "whole" ? timeOf(visit).from : startAt(grid, at, minutes), minutes };
}

const same = (a: Drag, b: Drag): boolean => a.column === b.column && a.start === b.start && a.minutes === b.minutes;

/** How far to scroll when a point is near an edge, from inside. */
function nudge(at: number, low: number, high: number): number {
  if (at < low || at > high) return 0;
  if (at < low + EDGE_PX) return -Math.ceil((low + EDGE_PX - at) / 6);
  if (at > high - EDGE_PX) return Math.ceil((at - high + EDGE_PX) / 6);
  return 0;
}

/** The click that follows the end of a drag at once is not one on what lies below. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}
