import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { StateIcon } from "@/ui/icons";
import { durationText } from "@/ui/moments";
import type { JobCard } from "../model/board";

/** The worst late visit and why, so that it is the first thing read; a press opens it. */
export function LateStrip({ late }: { late: JobCard[] }) {
  const t = useT();
  const [worst] = late;
  if (!worst) return null;
  const { job, standing } = worst;
  return (
    <Link
      to={`/board/jobs/${job.id}`}
      className="flex min-h-10 flex-none items-start gap-2.5 bg-blocked-soft px-4.5 py-2 font-semibold text-blocked-text no-underline hover:underline focus-visible:-outline-offset-2"
    >
      <StateIcon state="blocked" className="mt-0.75 shrink-0" />
      <span className="num min-w-0 flex-1">
        {t("desk.late.is", { plate: job.vehicle.plate, by: durationText(standing.minutes, t), why: reasonOf(worst, t) })}
      </span>
      {late.length > 1 && <span className="num shrink-0 font-medium">{t("desk.late.more", { count: late.length - 1 })}</span>}
    </Link>
  );
}

function reasonOf({ job }: JobCard, t: ReturnType<typeof useT>): string {
  const [hold] = job.holds;
  if (hold) return hold.reason ? `${lower(t(`desk.hold.${hold.kind}`))}: ${hold.reason.replace(/[.\s]+$/, "")}` : lower(t(`desk.hold.${hold.kind}`));
  if (job.stage === "quality_check") return t("desk.late.unchecked");
  if (job.stage === "in_progress" && job.current) return t("desk.late.at_step", { step: job.current.name });
  if (job.stage === "awaiting_decision") return t("desk.late.undecided");
  if (job.stage === "diagnosis") return t("desk.late.inspected");
  return t("desk.late.not_started");
}

/** The words stand within a sentence. */
const lower = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);
