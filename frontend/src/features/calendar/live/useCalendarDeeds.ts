/** What the calendar offers by key and by name: going from day to day, what is shown, moving a visit, every vehicle by plate. */
import { useMemo } from "react";
import type { Slot } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { addDays } from "@/lib/days";
import { useDeeds, type Deed } from "@/ui/deeds";
import { nameOf, servicesOf } from "../model/names";
import type { Address } from "./useShown";

type Options = { address: Address; date: string; visits: Slot[]; onMove: () => void };

export function useCalendarDeeds({ address, date, visits, onMove }: Options): void {
  const t = useT();
  const go = useNavigate();
  useDeeds(
    "calendar",
    useMemo(() => {
      const group = t("nav.calendar");
      const { show, over, view } = address;
      const step = view === "day" ? 1 : 7;
      const focus = () => document.querySelector<HTMLElement>("[id^='visit-'][tabindex='0']")?.focus();
      const deed = (id: string, label: string, keys: string, run: () => void): Deed => ({ id: `calendar-${id}`, label, keys, group, run });
      const deeds = [
        deed("new", t("calendar.new_visit"), "n", () => go(over("/new"))),
        deed("line", t("calendar.line_join"), "l", () => go(over("/line"))),
        deed("move", t("calendar.keys.move"), "m", onMove),
        deed("today", t("calendar.today"), "t", () => show({ date: null })),
        deed("previous", t(view === "day" ? "calendar.previous_day" : "calendar.previous_week"), "j", () => show({ date: addDays(date, -step) })),
        deed("next", t(view === "day" ? "calendar.next_day" : "calendar.next_week"), "k", () => show({ date: addDays(date, step) })),
        deed("day", t("calendar.keys.day"), "d", () => show({ view: "day" })),
        deed("week", t("calendar.keys.week"), "w", () => show({ view: "week" })),
        deed("bays", t("calendar.keys.bays"), "b", () => show({ by: "bays" })),
        deed("technicians", t("calendar.keys.technicians"), "e", () => show({ by: "technicians" })),
        deed("cards", t("calendar.keys.cards"), "↑+↓+←+→", focus),
        deed("open", t("calendar.keys.open"), "⏎", focus),
        deed("close", t("calendar.keys.close"), "Esc", () => go(over())),
      ];
      const listed = visits.map((visit): Deed => ({ id: visit.id, label: nameOf(visit), hint: [visit.customer?.name, servicesOf(visit), visit.number].filter(Boolean).join(" · "), run: () => go(over(`/visits/${visit.id}`)) }));
      return [...deeds, ...listed];
    }, [address, date, visits, onMove, t, go]),
  );
}
