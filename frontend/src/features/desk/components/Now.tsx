import { useState } from "react";
import type { BoardDocument, JobDocument } from "@/api/documents";
import type { CurrentStep, Job } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT, type Translate } from "@/lib/i18n";
import { useClocked } from "@/live/clocked";
import { Bar } from "@/ui/Bar";
import { Button } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { IntentNote } from "@/ui/IntentNote";
import { durationText } from "@/ui/moments";
import { estimateText, Stopwatch } from "@/ui/Stopwatch";
import type { CardVerbs } from "../live/useCardVerbs";
import { standingIn } from "../model/board";
import { isOpen, isPlanned } from "../model/guesses";
import { HoldForm } from "./HoldForm";
import { Section } from "@/ui/Section";

/** Where the vehicle stands, who works on it, and how far they are; the clock ticks by the workshop's time. */
export function Now({ sheet, board, verbs }: { sheet: JobDocument; board: BoardDocument; verbs: CardVerbs }) {
  const t = useT();
  const [holding, setHolding] = useState(false);
  const { job } = sheet;
  const current = isOpen(job) ? job.current : null;
  const { progress } = job;
  const people = current?.technician ? [current.technician] : job.technicians;
  const names = people.map((one) => one.name).join(", ");
  const words = [isOpen(job) && placeOf(job, t), names || (isOpen(job) && t("desk.nobody")), current && t("desk.mark.step", { number: current.number, of: current.of })];
  return (
    <Section title={words.filter(Boolean).join(" · ") || t("desk.job")}>
      {progress.total > 0 && <Bar share={progress.done / progress.total} state={job.state === "queued" ? "progress" : job.state} label={t("desk.progress", { done: progress.done, total: progress.total })} />}
      {job.ended_reason && <p className="text-pretty">{t("desk.cancelled_why", { why: job.ended_reason })}</p>}
      {current && <Step current={current} />}
      {isOpen(job) && (
        <div className="flex items-center justify-between gap-3">
          <BayChoice job={job} board={board} verbs={verbs} />
          <Button tone="quiet" aria-expanded={holding} className="-me-3.5" onClick={() => setHolding(!holding)}>{t("desk.place_hold")}</Button>
        </div>
      )}
      <IntentNote intents={verbs.ofBay} />
      {holding && isOpen(job) && <HoldForm sheet={sheet} onClose={() => setHolding(false)} />}
    </Section>
  );
}

/** Where it stands, or will; one that is ready stands in no bay. */
function placeOf(job: Job, t: Translate): string {
  if (!job.bay) return t("desk.no_bay");
  return isPlanned(job) ? t("desk.planned_for", { bay: job.bay.name }) : job.bay.name;
}

function Step({ current }: { current: CurrentStep }) {
  const t = useT();
  const { seconds, over } = useClocked(current);
  const begun = seconds > 0 || current.status !== "pending";
  return (
    <p className="flex items-baseline justify-between gap-3">
      <span className={cx("min-w-0", begun ? "" : "text-muted")}>{begun ? current.name : t("desk.next_step", { step: current.name })}</span>
      <span className={cx("num shrink-0 text-end", over > 0 && "font-semibold text-blocked-text")}>
        {begun ? <><Stopwatch seconds={seconds} className="block font-semibold" /> {estimateText(current.estimate, over, t)}</> : durationText(current.estimate, t)}
      </span>
    </p>
  );
}

/**
 * The bays, each with the vehicle that stands in it now, so that nobody has to try which are free; the
 * chosen one by its name alone, for there the plate of another vehicle would stand as if it were this one's.
 */
function BayChoice({ job, board: { bays, jobs }, verbs }: { job: Job; board: BoardDocument; verbs: CardVerbs }) {
  const t = useT();
  const sorted = [...bays].sort((a, b) => a.position - b.position);
  const there = standingIn(jobs.filter((one) => one.id !== job.id));
  return (
    <label className="flex items-center gap-2 text-muted">
      {t(isPlanned(job) ? "desk.move_plan" : "desk.move")}
      <select
        value={job.bay?.id ?? ""}
        onChange={(event) => verbs.move(job, bays.find((bay) => bay.id === event.target.value) ?? null)}
        className={cx(controlClass, "min-h-8 w-auto! max-w-36 px-2")}
      >
        <option value="">{t("desk.no_bay")}</option>
        {sorted.map((bay) => (
          <option key={bay.id} value={bay.id}>{[bay.name, bay.id !== job.bay?.id && there.get(bay.id)?.plate].filter(Boolean).join(" · ")}</option>
        ))}
      </select>
    </label>
  );
}
