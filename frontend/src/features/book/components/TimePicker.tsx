import { useState, type ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { ZoneContext } from "@/lib/zone";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { ZoneNote } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { Skeleton, SkeletonBlock } from "@/ui/Skeleton";
import type { Ask, Availability } from "../api/book";
import { useAvailability } from "../live/useAvailability";
import { useSteady } from "../live/useSteady";
import { daysAfter, dayOfSlot, stateOf, visitsOn, whyNot, type Shut } from "../model/slots";
import { DaySlots } from "./DaySlots";
import { Month } from "./Month";
import { SlotButton } from "./SlotButton";

const FURTHER = 28;

export type Picking = {
  ask: Ask;
  /** What is offered where nothing is free: on a day, or at all. */
  whenFull?: (day: string, today: string) => ReactNode;
  /** The starts that are chosen already. */
  chosen: string[];
  /** On whose day the calendar opens, while that is shown. */
  near?: string;
  /** Starts that cannot be chosen, and why not; the calendar opens on the day of the last. */
  shut?: Shut | undefined;
  busy?: string | undefined;
  /** `found` is what the start was found in. */
  onChoose: (start: string, found: Availability) => void;
};

/** The three earliest starts, then a calendar with the starts of a day; live, and nothing moves under a finger. */
export function TimePicker(picking: Picking & { children?: (found: Availability) => ReactNode }) {
  const { ask, children } = picking;
  const [from, setFrom] = useState<string>();
  const near = useAvailability(ask);
  const far = useAvailability(ask, from, from && daysAfter(from, 30));
  const found = near.data;
  if (!found) {
    return near.error ? <ProblemNote problem={asProblem(near.error)} fields /> : <Waiting />;
  }
  return (
    <ZoneContext.Provider value={found.zone}>
      <div className="flex flex-col gap-7" aria-busy={near.isPlaceholderData || undefined}>
        {children?.(found)}
        <Earliest found={found} {...picking} />
        {found.earliest.length === 0 && picking.whenFull?.(found.days[0]!.date, found.days[0]!.date)}
        <Calendar found={far.data ?? found} today={found.days[0]!.date} from={from} onFrom={setFrom} {...picking} />
      </div>
    </ZoneContext.Provider>
  );
}

function Earliest({ found, chosen, shut, busy, onChoose }: Picking & { found: Availability }) {
  const t = useT();
  const why = (at: string) => (closed.has(dayOfSlot(at, found.zone)) ? t("plan.day.closed") : whyNot(at, shut));
  const free = found.days.flatMap((day) => day.slots);
  const { slots, waiting, release } = useSteady("earliest", found.earliest, free);
  const closed = new Set(found.days.flatMap((day) => (day.open ? [] : [day.date])));
  if (slots.length === 0) return <p className="text-muted">{t("plan.none_free")}</p>;
  return (
    <section aria-labelledby="earliest" className="flex flex-col gap-3">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <h2 id="earliest" className="text-lg">{t("plan.earliest")}</h2>
        <HeldUpdates waiting={waiting} onRelease={release} />
      </div>
      <div className="grid grid-cols-3 gap-2">
        {slots.map((slot) => <SlotButton key={slot.at} {...slot} why={why(slot.at)} large chosen={chosen.includes(slot.at)} busy={busy} onChoose={(at) => onChoose(at, found)} />)}
      </div>
      <ZoneNote />
    </section>
  );
}

function Calendar({ found, today, from, onFrom, chosen, shut, near = shut?.starts.at(-1), busy, onChoose, whenFull }: Picking & { found: Availability; today: string; from: string | undefined; onFrom: (from: string | undefined) => void }) {
  const t = useT();
  const first = found.days.find((day) => day.slots.length > 0)?.date;
  const [picked, setPicked] = useState<string>();
  const latest = chosen.at(-1) ?? near;
  const start = latest && dayOfSlot(latest, found.zone);
  const date = [picked, start, first].find((one) => found.days.some((day) => day.date === one));
  const day = found.days.find((one) => one.date === date);
  const visits = day ? visitsOn(day, found) : [];
  return (
    <section aria-labelledby="calendar" className="flex flex-col gap-3">
      <h2 id="calendar" className="text-lg">{t("plan.calendar")}</h2>
      <Month
        days={found.days}
        first={from ?? today}
        chosen={date}
        onChoose={setPicked}
        onBack={from === undefined ? undefined : () => onFrom(daysAfter(from, -FURTHER) <= today ? undefined : daysAfter(from, -FURTHER))}
        onFurther={() => onFrom(daysAfter(from ?? today, FURTHER))}
      />
      {day && <DaySlots day={day} zone={found.zone} visits={visits} chosen={chosen} shut={shut} busy={busy} onChoose={(at) => onChoose(at, found)} />}
      {day && stateOf(day) === "full" && visits.length === 0 && whenFull?.(day.date, today)}
    </section>
  );
}

function Waiting() {
  return (
    <Skeleton>
      <SkeletonBlock className="h-8 w-1/2" />
      <SkeletonBlock className="h-16" />
      <SkeletonBlock className="h-16" />
      <SkeletonBlock className="h-16" />
      <SkeletonBlock className="h-80" />
    </Skeleton>
  );
}
