import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { useZone } from "@/lib/zone";
import { useMe } from "@/live/me";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";
import type { Ask } from "../api/book";
import { draft } from "../live/draft";
import { useAvailability } from "../live/useAvailability";
import { useHeld, useHolding } from "../live/useHold";
import { asked, type Draft } from "../model/draft";
import { dayOfSlot, nextThree } from "../model/slots";
import { WARN_S } from "../model/timer";
import { Lost, nextFree } from "./Lost";

/** What `useAvailability` is asked for by what is typed; who is `known` asks for their own vehicle. */
export const askOf = (typed: Draft, known: boolean): Ask => ({
  centerId: typed.centerId,
  services: asked(typed),
  ...(typed.kind ? { kind: typed.kind } : {}),
  loaner: typed.loaner,
  ...(known && typed.vehicleId ? { vehicleId: typed.vehicleId } : {}),
});

/** The time that is held and for how long still; once it is over, the next three, with everything kept. */
export function HoldBar() {
  const t = useT();
  const { held, left } = useHeld();
  if (!held) return null;
  if (left === 0) return <Over start={held.start} seconds={held.seconds} />;
  const soon = left <= WARN_S;
  return (
    <div className={cx("sticky top-2 z-10 mb-5 flex items-center gap-3 rounded-md border px-4 py-2.5", soon ? "border-waiting! bg-waiting-soft" : "bg-raised")}>
      <StateIcon state={soon ? "waiting" : "done"} className={cx("shrink-0", soon ? "text-waiting-text" : "text-done-text")} />
      <p className="min-w-0 flex-1 leading-tight">
        <b className="font-semibold"><Time at={held.start} show="day-time" /></b>
        <span className="block text-sm text-muted">{t(soon ? "plan.held_soon" : "plan.held")}</span>
      </p>
      <span role="timer" aria-label={t("plan.left", { minutes: Math.ceil(left / 60) })} className="num text-xl font-bold">
        {`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`}
      </span>
      <span role="status" className="sr-only">{soon ? t("plan.held_soon") : ""}</span>
    </div>
  );
}

function Over({ start, seconds }: { start: string; seconds: number }) {
  const t = useT();
  const typed = useStore(draft);
  const zone = useZone();
  const { data } = useAvailability(askOf(typed, useMe() !== null), dayOfSlot(start, zone));
  const { busy, problem, hold } = useHolding();
  const told = nextFree(problem);
  return (
    <div className="mb-5">
      <Lost
        title={t("plan.over")}
        text={problem ? [problem.detail, problem.next].filter(Boolean).join(" ") : t("plan.over_text")}
        next={told.length > 0 ? told : nextThree(data?.days ?? [], start)}
        busy={busy}
        others={`/book/${typed.centerId}/time`}
        onChoose={(next) => void hold(next, seconds)}
      />
    </div>
  );
}
