import { useT } from "@/lib/i18n";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import type { Card } from "../model/wall";
import { wordOf } from "./words";

/** What fits one line beside "+2 more", in px of a screen of 1920: a plate with its pill, and each letter of its word. */
const ROOM = 1690;
const WIDTH = 320;
const LETTER = 11.5;

/** Vehicles on site that stand in no bay, the late ones first, then those that wait: as many as fit one line, and how many more there are. */
export function Elsewhere({ cards }: { cards: Card[] }) {
  const t = useT();
  if (cards.length === 0) return null;
  const words = cards.map((card) => wordOf(card, t));
  const shown = words.findIndex((_, at) => words.slice(0, at + 1).reduce((sum, word) => sum + WIDTH + LETTER * word.length, 0) > ROOM);
  const fitting = shown < 0 ? cards : cards.slice(0, shown);
  return (
    <ul aria-label={t("floor.elsewhere")} className="mt-4 flex h-16 flex-none items-center gap-x-7 overflow-hidden">
      {fitting.map((card, at) => (
        <li key={card.job.id} className="flex h-16 flex-none items-center gap-3 text-[1.375rem]">
          <Plate size="lg">{card.job.vehicle.plate}</Plate>
          <Pill state={card.state} className="text-[1.375rem]!">{words[at]}</Pill>
        </li>
      ))}
      {cards.length > fitting.length && <li className="text-[1.75rem] font-semibold text-muted">{t("floor.more", { count: cards.length - fitting.length })}</li>}
    </ul>
  );
}
