import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";

/** Handed over today: out of the way, a press away. */
export function Gone({ jobs }: { jobs: Job[] }) {
  const t = useT();
  if (jobs.length === 0) return null;
  return (
    <details className="group mt-2.5">
      <summary className="flex min-h-9 items-center gap-1.5 rounded-sm px-1 text-xs font-semibold text-muted hover:text-ink">
        <StateIcon state="done" size={13} />
        {t("desk.gone", { count: jobs.length })}
      </summary>
      <ul>
        {jobs.map((job) => (
          <li key={job.id}>
            <Link to={`/board/jobs/${job.id}`} className="flex min-h-8 items-center justify-between gap-2 rounded-sm px-1 text-xs text-ink no-underline hover:bg-surface">
              <span dir="ltr" className="truncate font-plate font-bold">{job.vehicle.plate}</span>
              {job.delivered_at && <Time at={job.delivered_at} className="text-muted" />}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
