import type { Job } from "@/api/things";
import { hasBattery } from "@/lib/battery";
import { useLocale, useT } from "@/lib/i18n";
import { useClock } from "@/live/clock";
import { promised } from "@/live/promised";
import { Holds } from "./Holds";
import { Promised } from "./Promised";

/** What stands around the steps: the promise, what is awaited, the customer's words and how the vehicle came. */
export function AboutJob({ job }: { job: Job }) {
  const t = useT();
  const locale = useLocale();
  const now = useClock(5_000);
  const standing = promised(job, now);
  const came = [
    job.mileage_in !== null && t("bay.mileage", { km: new Intl.NumberFormat(locale).format(job.mileage_in) }),
    job.charge_in !== null && hasBattery(job.vehicle) && t("bay.charge", { percent: job.charge_in }),
  ].filter(Boolean);
  return (
    <div className="flex flex-col gap-2 rounded-md border bg-raised px-5.5 py-4 empty:hidden">
      {standing.kind !== "none" && (
        <div className="flex items-start justify-between gap-4">
          <span className="text-base leading-7 text-muted">{t("bay.promised")}</span>
          <span className="text-end"><Promised job={job} standing={standing} /></span>
        </div>
      )}
      <Holds holds={job.holds} />
      {job.concern && <p className="text-base text-pretty"><span className="sr-only">{t("bay.concern")}</span>{`“${job.concern}”`}</p>}
      {came.length > 0 && <p className="num text-base text-muted">{came.join(" · ")}</p>}
    </div>
  );
}
