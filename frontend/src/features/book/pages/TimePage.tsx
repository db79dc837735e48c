import { Suspense, useCallback, useEffect, useState, type ComponentType } from "react";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { useStore } from "@/lib/store";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { ProblemNote } from "@/ui/ProblemNote";
import type { Center } from "../api/book";
import { Beside } from "../components/Beside";
import { Frame, StepBar } from "../components/Frame";
import { askOf, HoldBar } from "../components/HoldBar";
import type { JoinProps } from "../components/JoinList";
import { Elsewhere, useElsewhere } from "../components/Elsewhere";
import { Lost, nextFree } from "../components/Lost";
import { TimePicker } from "../components/TimePicker";
import { MOST_WISHES, toggled, WishList } from "../components/WishList";
import { draft, refusal, write } from "../live/draft";
import { useHeld, useHolding } from "../live/useHold";

type Waits = ComponentType<{ onBooked: (visitId: string) => void }>;

/** Step 2: when. A fixed service is held as soon as it is chosen; a symptom says up to three times that would suit. */
export function TimePage({ center, Join, Waiting }: { center: Center; Join: ComponentType<JoinProps>; Waiting: Waits }) {
  const { lane } = useStore(draft);
  const go = useNavigate();
  const known = useMe() !== null;
  const onward = () => go(`/book/${center.id}/${known ? "check" : "you"}`);
  return (
    <Frame step="time" center={center}>
      {lane === "symptom" ? <WishTimes onward={onward} /> : <HoldTime onward={onward} Join={Join} Waiting={Waiting} />}
    </Frame>
  );
}

function HoldTime({ onward, Join, Waiting }: { onward: () => void; Join: ComponentType<JoinProps>; Waiting: Waits }) {
  const t = useT();
  const go = useNavigate();
  const known = useMe() !== null;
  const toVisit = useCallback((id: string) => go(`/visit/${id}`), [go]);
  const typed = useStore(draft);
  const { held, left } = useHeld();
  const { busy, problem, hold } = useHolding();
  const [seconds, setSeconds] = useState(0);
  const shut = useElsewhere();
  const choose = (start: string, long: number) => {
    refusal.set(undefined);
    setSeconds(long);
    void hold(start, long).then((done) => done && onward());
  };
  const going = held !== null && left > 0;
  return (
    <div className="flex flex-1 flex-col gap-6">
      {known && <Suspense><Waiting onBooked={toVisit} /></Suspense>}
      <div className="flex flex-col gap-4 empty:hidden">
        {going && <HoldBar />}
        <Elsewhere />
        {problem && problem.code === "slot_taken" && (
          <Lost title={problem.detail} text={problem.next} next={nextFree(problem)} busy={busy} onChoose={(start) => choose(start, seconds)} />
        )}
        {problem && problem.code !== "slot_taken" && <ProblemNote problem={problem} fields />}
      </div>
      <TimePicker
        ask={askOf(typed, known)}
        chosen={going ? [held.start] : []}
        shut={shut}
        busy={busy}
        onChoose={(start, found) => choose(start, found.hold_seconds)}
        whenFull={(day, today) => <Suspense><Join key={day} day={day} today={today} /></Suspense>}
      >
        {(found) => <Beside found={found} />}
      </TimePicker>
      <StepBar>
        <p className="min-w-0 flex-1 text-sm text-muted">{t(going ? "plan.kept" : "plan.choose_holds")}</p>
        {going && <Button tone="primary" onClick={onward}>{t("plan.onward")}</Button>}
      </StepBar>
    </div>
  );
}

function WishTimes({ onward }: { onward: () => void }) {
  const t = useT();
  const typed = useStore(draft);
  const { wished } = typed;
  const known = useMe() !== null;
  const toggle = (start: string) => {
    refusal.set(undefined);
    write({ wished: toggled(wished, start) });
  };
  // A request has no slot to hold; one that was held for another choice is let go by the next.
  useEffect(() => {
    if (typed.held) write({ held: null });
  }, [typed.held]);
  return (
    <div className="flex flex-1 flex-col gap-6">
      <div className="flex flex-col gap-3">
        <Elsewhere />
        <p className="text-pretty">{t("plan.wish_text")}</p>
        <WishList wished={wished} onToggle={toggle} />
      </div>
      <TimePicker ask={askOf(typed, known)} chosen={wished} onChoose={toggle}>{(found) => <Beside found={found} />}</TimePicker>
      <StepBar>
        <p className="min-w-0 flex-1 text-sm text-muted" aria-live="polite">{t("plan.wish_count", { count: wished.length, most: MOST_WISHES })}</p>
        {wished.length > 0 && <Button tone="primary" onClick={onward}>{t("plan.onward")}</Button>}
      </StepBar>
    </div>
  );
}
