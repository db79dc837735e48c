import { useT } from "@/lib/i18n";
import { momentIn } from "@/lib/days";
import { clockTime } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { aboutText } from "@/ui/moments";
import { useFree } from "../live/useFree";
import type { Draft } from "../model/visit";

/** So many starts are offered beside a time that is typed. */
const MOST = 6;

type Props = { center: { id: string; zone: string }; held: Draft; today: string; onChoose: (time: string) => void };

/** How long who comes now waits, or which starts are free on the day that is typed. */
export function FreeStarts({ center, held, today, onChoose }: Props) {
  const t = useT();
  const { when, services, date, time, bay, technician } = held;
  const free = useFree({ center: center.id, services, date: when === "now" ? today : date, bay, technician });
  if (!free || services.length === 0) return null;
  if (when === "now") {
    const wait = free.walk_in_wait;
    return <p role="status" className="num text-pretty text-muted">{wait === null ? t("desk.wait_none") : wait > 0 ? t("desk.wait", { time: aboutText(wait, t) }) : t("desk.wait_no")}</p>;
  }
  const slots = free.days.flatMap((day) => (day.date === date ? day.slots : []));
  const wanted = time ? Date.parse(momentIn(center.zone, date, time)) : 0;
  const taken = time !== "" && !slots.some((slot) => Date.parse(slot) === wanted);
  const near = [...slots].sort((a, b) => Math.abs(Date.parse(a) - wanted) - Math.abs(Date.parse(b) - wanted)).slice(0, MOST).sort();
  return (
    <div role="group" aria-label={t("desk.free_starts")} className="flex flex-wrap items-center gap-1.5">
      <span role="status" className="text-muted">{slots.length === 0 ? t("desk.free_none") : t(taken ? "desk.free_not" : "desk.free_then")}</span>
      {near.map((slot) => {
        const said = clockTime(slot, center.zone, "en");
        return <Button key={slot} aria-pressed={said === time} className="num min-h-8! px-2! text-xs!" onClick={() => onChoose(said)}>{said}</Button>;
      })}
    </div>
  );
}
