import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { StateIcon } from "@/ui/icons";
import { durationText, Window } from "@/ui/moments";
import type { Promised as Standing } from "@/live/promised";

/** The window a card is promised for, and what the clock says about it. */
export function Promised({ job, standing }: { job: Job; standing: Standing }) {
  const t = useT();
  if (!job.window || standing.kind === "none") return null;
  return (
    <span className="flex flex-col">
      <span className="text-lg font-semibold"><Window {...job.window} /></span>
      {standing.kind === "late" && (
        <span className="flex items-center gap-1.5 text-base font-semibold text-blocked-text">
          <StateIcon state="blocked" size={16} />
          {t("bay.late", { by: durationText(standing.minutes, t) })}
        </span>
      )}
      {standing.kind === "tight" && (
        <span className="flex items-center gap-1.5 text-base font-semibold text-waiting-text">
          <StateIcon state="waiting" size={16} />
          {t("bay.tight", { by: durationText(standing.minutes, t) })}
        </span>
      )}
    </span>
  );
}
