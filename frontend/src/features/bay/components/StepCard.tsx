import type { JobDocument } from "@/api/documents";
import type { Step } from "@/api/things";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { actionFor } from "@/live/actions";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { IntentNote } from "@/ui/IntentNote";
import { durationText } from "@/ui/moments";
import { Pill, StateMark } from "@/ui/Pill";
import type { CardVerbs } from "../live/useCard";
import type { LastTap } from "../live/useLastTap";
import type { Taps } from "../live/useTaps";
import { nextAfter, placeOf, stateOf, upcoming } from "../model/sheet";
import { LastTapBar } from "./LastTapBar";
import { MainButton } from "./MainButton";
import { StepClock } from "./StepClock";
import { StepFacts, StepNotices } from "./StepFacts";

/** What a step's dialogs are. "finish" is the reading that a press on Done asked for. */
export type Asking = "reading" | "finish" | "note" | "blocked" | "skip" | "rework";

/**
 * The step in hand: what to do, its clock, what can be noted, and the one large button. From the clock down everything
 * stands at the bottom, with a place that is kept for Undo: what comes and goes above it moves nothing that is pressed.
 */
export function StepCard({ sheet, ordered, step, taps, card, last, onAsk, onLeave }: {
  sheet: JobDocument;
  ordered: Step[];
  step: Step;
  taps: Taps;
  card: CardVerbs;
  last: LastTap | null;
  onAsk: (asking: Asking) => void;
  /** Back to the step in hand, when another one is looked at. */
  onLeave?: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const me = useMe();
  const may = (verb: string) => actionFor(step, me, verb) !== undefined;
  const item = sheet.items.find((one) => one.id === step.item_id);
  const next = nextAfter(ordered, step, me);
  const atWork = may("complete") || may("resume");
  const asked = step.needs.reading;
  const started = step.status !== "pending";
  const trouble = [...taps.of(step.id), ...card.of(sheet.job.id)].filter((one) => one.problem);

  const main = may("complete")
    ? {
        label: next ? t("bay.done_next", { step: next.name }) : t("bay.done"),
        press: () => (asked && step.reading === null ? onAsk("finish") : taps.complete(step, { next })),
      }
    : may("resume")
      ? { label: t("bay.resume"), press: () => taps.resume(step) }
      : may("start")
        ? { label: t("bay.start", { step: step.name }), press: () => taps.start(step) }
        : may("verify")
          ? { label: t("bay.verify"), press: () => taps.verify(step) }
          : null;

  return (
    <section aria-labelledby="step" className="flex min-h-[calc(100dvh-8.5rem)] flex-1 flex-col rounded-md border bg-raised sm:min-h-[calc(100dvh-8.75rem)] lg:min-h-0 lg:overflow-y-auto">
      <div className="flex flex-1 flex-col gap-3 px-5 pt-5 sm:gap-4 sm:px-8 sm:pt-7 lg:gap-3 lg:pt-6 lg:max-xl:gap-2 lg:max-xl:pt-5">
        <div className="flex shrink-0 items-center justify-between gap-3">
          <p className="num text-lg font-semibold text-muted max-sm:text-base">{`${t("bay.step_of", placeOf(ordered, step))} · ${item?.name ?? ""}`}</p>
          <Pill state={stateOf(step)} size="lg" className="shrink-0 max-sm:hidden">{t(`bay.status.${step.status}`)}</Pill>
          <span className="sm:hidden"><StateMark state={stateOf(step)} size={22} /></span>
        </div>
        <h2 id="step" className="shrink-0 text-2xl sm:text-4xl lg:text-3xl lg:max-xl:text-2xl">{step.name}</h2>
        <div className="flex flex-col gap-3 empty:hidden sm:gap-4 lg:max-h-max lg:flex-[1_0_3rem] lg:overflow-y-auto">
          {step.instructions && <p className="max-w-[36em] text-lg text-pretty text-muted sm:text-xl lg:text-lg lg:max-xl:text-base">{step.instructions}</p>}
          <StepFacts step={step} />
        </div>
        <StepNotices step={step} />
        <IntentNote intents={trouble} />
      </div>
      <div className="flex shrink-0 flex-col gap-4 px-5 pt-3 pb-4 sm:px-8 sm:pt-4 lg:gap-2.5 lg:py-3">
        {started && step.status !== "skipped" && <StepClock step={step} />}
        {!started && <p className="text-lg text-muted">{t("time.estimated", { minutes: durationText(step.estimate, t) })}</p>}
        <div className="grid grid-cols-[repeat(auto-fit,minmax(5.5rem,1fr))] gap-3 empty:hidden sm:grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] max-sm:*:px-2 max-sm:*:text-base">
          {atWork && asked && (
            <Button onClick={() => onAsk("reading")} className={cx(step.reading !== null && "num")}>
              {step.reading === null ? t("bay.add_reading") : measureText(step.reading, asked.unit, locale)}
            </Button>
          )}
          {atWork && <Button onClick={() => onAsk("note")}>{t("bay.note")}</Button>}
          {may("pause") && <Button tone="danger" onClick={() => onAsk("blocked")}>{t("bay.blocked")}</Button>}
          {!started && actionFor(sheet.job, me, "diagnose") && <Button onClick={() => card.diagnose(sheet.job)}>{t("bay.diagnose")}</Button>}
          {may("skip") && <Button onClick={() => onAsk("skip")}>{t("bay.skip")}</Button>}
          {may("rework") && <Button tone="danger" onClick={() => onAsk("rework")}>{t("bay.rework_step")}</Button>}
        </div>
      </div>
      <div className="sticky bottom-0 flex shrink-0 flex-col gap-3 rounded-b-md bg-raised px-5 pb-5 max-lg:border-t max-lg:pt-2 sm:px-8 sm:pb-7 lg:pb-5">
        <div className="h-18">{last ? <LastTapBar last={last} /> : <Upcoming steps={upcoming(ordered, step, 2)} />}</div>
        {main && <MainButton label={main.label} onPress={main.press} />}
        {onLeave && <Button tone={main ? "quiet" : "neutral"} wide onClick={onLeave}>{t("bay.leave")}</Button>}
      </div>
    </section>
  );
}

/** The two steps after this one. */
function Upcoming({ steps }: { steps: Step[] }) {
  const t = useT();
  return (
    <ol aria-label={t("bay.upcoming")} className="flex h-full flex-col justify-center gap-0.5 text-base text-muted">
      {steps.map((step) => (
        <li key={step.id} className="num flex items-center gap-2.5">
          <StateIcon state="queued" size={16} className="shrink-0" />
          <span className="min-w-0 flex-1 truncate">{step.name}</span>
          {durationText(step.estimate, t)}
        </li>
      ))}
    </ol>
  );
}
