/** What the desk does to visits on the calendar: shown at once, refused beside the visit, taken back within 10 s. */
import type { QueryKey } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { run, type Command } from "@/live/commands";
import { deliver } from "@/live/delivery";
import { intents, troubled, type Back, type Intent } from "@/live/intents";
import { momentText } from "@/ui/moments";
import { toast } from "@/ui/toasts";
import { APPOINTMENTS } from "../api/calendar";
import { MINUTE } from "../model/day";
import { guessOf, moveTo, targetOf, type Target } from "../model/move";
import { nameOf } from "../model/names";

export type Moves = {
  move: (visit: Slot, target: Target) => void;
  accept: (visit: Slot, target: Target) => void;
  propose: (visit: Slot, target: Target, message: string) => void;
  reject: (visit: Slot, reason: string) => void;
  cancel: (visit: Slot, reason: string) => void;
  missed: (visit: Slot) => void;
  /** Ask once more for what was refused, or for the same at another start, of the visit as it is now. */
  again: (visit: Slot, refused: Intent, start?: number) => void;
  of: (id: string) => Intent[];
};

/** Commands on the document of `key`; `today` lists the requests too. What is not settled is found whichever days are on screen. */
export function useMoves(document: CalendarDocument, key: QueryKey, today: QueryKey): Moves {
  const t = useT();
  const locale = useLocale();
  const held = useStore(intents);
  return useMemo(() => {
    const zone = document.center.zone;
    const at = (start: number) => momentText(start, "day-time", zone, locale);
    const ask = async (visit: Slot, verb: string, more: Pick<Command, "body" | "patch" | "back" | "say">) => {
      await run(key, { to: APPOINTMENTS, id: visit.id, verb, version: visit.version, also: today, ...more });
      // What can be taken back says so itself, with Undo.
      const refused = intents.get().some((one) => one.thing === visit.id && troubled(one));
      if (!more.back && !refused) toast(more.say);
    };
    const timeBody = ({ start, minutes, bay, technician }: Target) => ({
      scheduled_start: new Date(start).toISOString(),
      duration: minutes,
      ...(bay ? { bay_id: bay } : {}),
      ...(technician ? { technician_id: technician } : {}),
    });
    // The server has kept how it was.
    const answer = (visit: Slot): Back => ({ verb: "undo", body: {}, patch: { appointments: [{ ...visit }] } });
    const ended = (visit: Slot, status: Slot["status"]) => ({ appointments: [{ id: visit.id, status, allowed_actions: [] }] });
    const moves: Moves = {
      move: (visit, target) => {
        const move = moveTo(visit, target, document);
        if (!move) return;
        const bay = document.bays.find((one) => one.id === target.bay)?.name;
        const person = document.technicians.find((one) => one.id === target.technician)?.name;
        const where = [at(target.start), bay, person].filter(Boolean).join(" · ");
        const resized = move.body["duration"] !== undefined && move.body["scheduled_start"] === undefined;
        const until = momentText(target.start + target.minutes * MINUTE, "time", zone, locale);
        void ask(visit, "reschedule", { ...move, say: resized ? t("calendar.said.length", { what: nameOf(visit), until }) : t("calendar.said.move", { what: nameOf(visit), where }) });
      },
      accept: (visit, target) =>
        void ask(visit, "accept", { body: timeBody(target), patch: guessOf(visit, target, document, { status: "confirmed", allowed_actions: [] }), back: answer(visit), say: t("calendar.said.accept", { what: nameOf(visit), at: at(target.start) }) }),
      propose: (visit, target, message) =>
        void ask(visit, "propose", {
          body: { ...timeBody(target), ...(message ? { message } : {}) },
          patch: guessOf(visit, target, document, { status: "proposed", allowed_actions: [] }),
          back: answer(visit),
          say: t("calendar.said.propose", { what: nameOf(visit), at: at(target.start) }),
        }),
      reject: (visit, reason) => void ask(visit, "reject", { body: { reason }, patch: ended(visit, "rejected"), back: answer(visit), say: t("calendar.said.reject", { what: nameOf(visit) }) }),
      cancel: (visit, reason) => void ask(visit, "cancel", { body: { reason }, patch: ended(visit, "cancelled"), say: t("calendar.said.cancel", { what: nameOf(visit) }) }),
      missed: (visit) => void ask(visit, "mark_no_show", { patch: ended(visit, "no_show"), say: t("calendar.said.missed", { what: nameOf(visit) }) }),
      again: (visit, refused, start) => {
        const target = targetOf(visit, refused, start);
        const { reason = "", message = "" } = refused.body as { reason?: string; message?: string };
        if (refused.verb === "undo") void deliver(refused);
        else if (refused.verb === "reschedule") moves.move(visit, target);
        else if (refused.verb === "propose" || start !== undefined) moves.propose(visit, target, message);
        else if (refused.verb === "accept") moves.accept(visit, target);
        else if (refused.verb === "reject") moves.reject(visit, reason);
        else if (refused.verb === "cancel") moves.cancel(visit, reason);
        else moves.missed(visit);
      },
      of: (id) => held.filter((one) => one.thing === id),
    };
    return moves;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the keys are of the same centre and days as the document
  }, [held, document, locale, t]);
}
