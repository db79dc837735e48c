/** What a drop does: moves a visit, asks when it was changed meanwhile, or takes a request to its answer. */
import { useCallback, useState } from "react";
import type { CalendarDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { toast } from "@/ui/toasts";
import { inColumn, type Target } from "../model/move";
import type { Slot } from "@/api/things";
import { useMe } from "@/live/me";
import { changeText } from "../model/change";
import { nameOf } from "../model/names";
import type { By } from "../model/plan";
import type { Drag } from "./useDrag";
import type { Moves } from "./useMoves";

/** A drop that waits for the person's word. */
export type Asked = { id: string; target: Target; /** The version that was taken in hand. */ version: number; onMove: () => void; onLeave: () => void };
type Options = { document: CalendarDocument; by: By; moves: Moves; onAnswer: (drag: Drag, target: Target) => void; /** A visit that has left the calendar. */ left: (id: string) => Slot | undefined };

export function useDrops({ document, by, moves, onAnswer, left }: Options) {
  const t = useT();
  const me = useMe()?.id;
  const [asked, setAsked] = useState<Pick<Asked, "id" | "target" | "version"> | null>(null);
  const drop = useCallback(
    (drag: Drag) => {
      setAsked(null);
      const { visit, grip, column, start, minutes } = drag;
      const target: Target = { start, minutes, ...(column && grip !== "end" ? inColumn(by, column) : {}) };
      const now = document.appointments.find((one) => one.id === visit.id);
      if (!now) {
        const change = left(visit.id)?.last_change;
        return void toast(change ? t("calendar.gone_by", { what: nameOf(visit), did: changeText(change, me, t) }) : t("calendar.gone_meanwhile", { what: nameOf(visit) }));
      }
      if (grip === "request") return onAnswer(drag, target);
      if (now.version !== visit.version) return setAsked({ id: visit.id, target, version: visit.version });
      moves.move(now, target);
    },
    [document, by, moves, onAnswer, left, me, t],
  );
  const visit = asked && document.appointments.find((one) => one.id === asked.id);
  const question: Asked | null =
    asked && visit
      ? {
          ...asked,
          onMove: () => {
            setAsked(null);
            moves.move(visit, asked.target);
          },
          onLeave: () => setAsked(null),
        }
      : null;
  return { drop, asked: question };
}
