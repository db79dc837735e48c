import { useLocale, useT } from "@/lib/i18n";
import { longDate } from "@/lib/zone";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { useSteady } from "../live/useSteady";
import { byPart, whyNot, type Day, type Shut } from "../model/slots";
import { useVisitWords, type OwnVisit } from "./Elsewhere";
import { SlotButton } from "./SlotButton";

/** The starts of one day, by morning, afternoon and evening; or why there are none. */
export function DaySlots({ day, zone, visits, chosen, shut, busy, onChoose }: { day: Day; zone: string; /** What the vehicle has on this day already. */ visits: OwnVisit[]; chosen: string[]; shut: Shut | undefined; busy: string | undefined; onChoose: (start: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const words = useVisitWords();
  const { slots, waiting, release } = useSteady(day.date, day.slots);
  return (
    <div className="flex flex-col gap-3" aria-live="polite">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <h3 className="text-base">{longDate(`${day.date}T12:00:00Z`, "UTC", locale)}</h3>
        <HeldUpdates waiting={waiting} onRelease={release} />
      </div>
      {day.reason && <p className="text-sm text-muted">{day.reason}</p>}
      {visits.map((visit) => <p key={visit.number} className="text-pretty">{words(visit)}</p>)}
      {(!day.open || (slots.length === 0 && visits.length === 0)) && <p className="text-muted">{t(day.open ? "plan.full_text" : "plan.closed_text")}</p>}
      {day.open && byPart(slots, zone).map(([part, held]) => (
        <section key={part} aria-label={t(`plan.${part}`)}>
          <h4 className="mb-1.5 text-sm font-semibold text-muted">{t(`plan.${part}`)}</h4>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-2">
            {held.map((slot) => <SlotButton key={slot.at} {...slot} chosen={chosen.includes(slot.at)} why={whyNot(slot.at, shut)} busy={busy} onChoose={onChoose} />)}
          </div>
        </section>
      ))}
    </div>
  );
}
