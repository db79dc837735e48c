import { useT } from "@/lib/i18n";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import type { Card } from "../model/wall";

const MOST = 4;

/** Vehicles on site that stand in no bay, the late ones first: as many as fit one line, and how many more there are. */
export function Elsewhere({ cards }: { cards: Card[] }) {
  const t = useT();
  if (cards.length === 0) return null;
  return (
    <ul aria-label={t("floor.elsewhere")} className="mt-4 flex h-16 flex-none items-center gap-x-7 overflow-hidden">
      {cards.slice(0, MOST).map(({ job, state, late }) => (
        <li key={job.id} className="flex h-16 flex-none items-center gap-3 text-[1.375rem]">
          <Plate size="lg">{job.vehicle.plate}</Plate>
          <Pill state={state} className="text-[1.375rem]!">{late > 0 ? t("state.late") : t(`floor.stage.${job.stage}`)}</Pill>
        </li>
      ))}
      {cards.length > MOST && <li className="text-[1.75rem] font-semibold text-muted">{t("floor.more", { count: cards.length - MOST })}</li>}
    </ul>
  );
}
