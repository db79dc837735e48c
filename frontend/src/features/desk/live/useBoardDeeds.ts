import { useMemo } from "react";
import type { BoardDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { useDeeds, type Deed } from "@/ui/deeds";

/** What the board offers by key and by name: a new visit, and every vehicle by plate, customer or number. */
export function useBoardDeeds({ jobs, appointments }: BoardDocument): void {
  const t = useT();
  const go = useNavigate();
  useDeeds(
    "board",
    useMemo(() => {
      const group = t("nav.board");
      const focus = () => document.querySelector<HTMLElement>("[id^='card-'][tabindex='0']")?.focus();
      const deeds: Deed[] = [
        { id: "new", label: t("desk.new_visit"), keys: "n", group, run: () => void go("/board/new") },
        { id: "cards", label: t("desk.keys.cards"), keys: "↑+↓+←+→", group, run: focus },
        { id: "open", label: t("desk.keys.open"), keys: "⏎", group, run: focus },
        { id: "close", label: t("desk.keys.close"), keys: "Esc", group, run: () => void go("/board") },
      ];
      const open = jobs.map((job): Deed => ({
        id: job.id,
        label: job.vehicle.plate || job.number,
        hint: `${job.customer.name} · ${job.title} · ${job.number}`,
        run: () => void go(`/board/jobs/${job.id}`),
      }));
      const coming = appointments.map((visit): Deed => ({
        id: visit.id,
        label: t("desk.check_in_of", { plate: visit.vehicle.plate || visit.number }),
        hint: `${visit.customer.name} · ${visit.number}`,
        run: () => void go(`/board/arrivals/${visit.id}`),
      }));
      return [...deeds, ...open, ...coming];
    }, [jobs, appointments, t, go]),
  );
}
