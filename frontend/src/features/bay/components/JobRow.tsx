import { hashKey } from "@tanstack/react-query";
import { Link } from "@/lib/router";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { useClocked } from "@/live/clocked";
import { intents } from "@/live/intents";
import { Bar } from "@/ui/Bar";
import { durationText } from "@/ui/moments";
import { estimateText, Stopwatch } from "@/ui/Stopwatch";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { CurrentStep } from "@/api/things";
import { jobKey } from "../api/bay";
import type { DayRow } from "../model/day";
import { Holds } from "./Holds";
import { Promised } from "./Promised";
import { Stands } from "./Stands";

/** A serial number has more characters than the column holds in a plate's size. */
const LONG_PLATE = 13;

/** A card of the day as one large place to press. */
export function JobRow({ row: { job, promised, running, forAnyone } }: { row: DayRow }) {
  const t = useT();
  const hash = hashKey(jobKey(job.id));
  const unsent = useStore(intents, (held) => held.filter((one) => one.documentHash === hash && one.state === "waiting").length);
  const { current, vehicle } = job;
  const { done, total } = job.progress;
  // What the desk has not queued yet is only received.
  const words = job.stage === "received" && job.state === "queued" ? t("bay.received") : forAnyone ? t("bay.for_anyone") : undefined;
  return (
    <Tint by={job.version} className="rounded-md">
      <Link
        to={`jobs/${job.id}`}
        className={cx(
          "grid min-h-24 items-center gap-x-6 gap-y-2 rounded-md border px-5 py-4 text-ink no-underline",
          "md:grid-cols-[14.5rem_minmax(0,1fr)_auto] xl:grid-cols-[14.5rem_minmax(0,1fr)_11.5rem_11rem]",
          running ? "border-progress bg-progress-soft" : "bg-raised active:bg-surface",
        )}
      >
        <span className="flex items-center gap-4 max-md:justify-between md:flex-col md:items-start md:gap-1.5">
          <Plate size="lg" className={cx("max-w-full truncate", vehicle.plate.length > LONG_PLATE && "text-base!")}>{vehicle.plate}</Plate>
          <span className="text-lg font-semibold"><Stands job={job} /></span>
        </span>
        <span className="min-w-0">
          <span className="block text-xl font-semibold text-pretty">{job.title}</span>
          <span className="num mt-0.5 block text-base text-muted">
            {`${vehicle.make} ${vehicle.model}`}
            {current && ` · ${t("bay.step_of", { number: current.number, of: current.of })}: ${current.name}`}
          </span>
          {done > 0 && total > done && <Bar share={done / total} state={job.state} label={t("bay.progress", { done, total })} className="mt-2 mb-1 max-w-90" />}
          <Holds holds={job.holds} />
        </span>
        <span className="flex items-center gap-x-6 gap-y-1 max-md:justify-between md:max-xl:flex-col md:max-xl:items-end md:max-xl:gap-y-2 xl:contents">
          <span><Promised job={job} standing={promised} /></span>
          <span className="flex min-w-0 flex-col items-end gap-1.5">
            {running && current ? <Running step={current} /> : <Pill state={job.state} size="lg">{words}</Pill>}
            {unsent > 0 && <Pill state="waiting">{t("outbox.to_send", { count: unsent })}</Pill>}
          </span>
        </span>
      </Link>
    </Tint>
  );
}

/** The clock of the step that runs. */
function Running({ step }: { step: CurrentStep }) {
  const t = useT();
  const { seconds, over } = useClocked(step);
  return (
    <span className="flex flex-col items-end">
      <Stopwatch large seconds={seconds} className={cx("text-3xl leading-none font-bold", over > 0 && "text-blocked-text")} />
      <span className={cx("text-base", over > 0 ? "font-semibold text-blocked-text" : "text-muted")}>
        {over > 0 ? t("bay.over", { over: durationText(over, t) }) : estimateText(step.estimate, 0, t)}
      </span>
    </span>
  );
}
