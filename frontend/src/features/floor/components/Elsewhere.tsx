import { useT } from "@/lib/i18n";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import type { Card } from "../model/wall";

/** Vehicles on site that stand in no bay: as many as fit one line. */
export function Elsewhere({ cards }: { cards: Card[] }) {
  const t = useT();
  if (cards.length === 0) return null;
  return (
    <ul aria-label={t("floor.elsewhere")} className="mt-4 flex h-16 flex-none flex-wrap items-center gap-x-7 gap-y-4 overflow-hidden">
      {cards.map(({ job, state, late }) => (
        <li key={job.id} className="flex h-16 items-center gap-3 text-[1.375rem]">
          <Plate size="lg">{job.vehicle.plate}</Plate>
          <Pill state={state} className="text-[1.375rem]!">{late > 0 ? t("state.late") : t(`floor.stage.${job.stage}`)}</Pill>
        </li>
      ))}
    </ul>
  );
}
