import { BayBar } from "@/app/shells/BayShell";
import { useT } from "@/lib/i18n";
import { useNavigate, useParams } from "@/lib/router";
import { readerZone, ZoneContext } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { IconButton } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { LiveState } from "@/ui/LiveState";
import { Plate } from "@/ui/Plate";
import { jobKey, readJob } from "../api/bay";
import { JobSheet } from "../components/JobSheet";
import { Stands } from "../components/Stands";
import { useDay } from "../live/useDay";

/** The steps of one card, for the person at the vehicle. */
export function JobPage() {
  const t = useT();
  const go = useNavigate();
  const { id = "" } = useParams();
  const live = useLiveDocument(jobKey(id), () => readJob(id));
  useDay();
  const sheet = live.document;
  const job = sheet?.job;
  return (
    <ZoneContext.Provider value={sheet?.center.zone ?? readerZone()}>
      <BayBar about={job && [`${job.vehicle.make} ${job.vehicle.model}`, job.vehicle.year].filter(Boolean).join(", ")}>
        <IconButton label={t("bay.to_day")} className="-my-1 -ms-4 max-sm:-ms-2 max-sm:size-12 max-sm:min-h-12" onClick={() => go(".")}>
          <Sign name="back" size={26} />
        </IconButton>
        {job && (
          <h1 className="flex min-w-0 flex-wrap items-center gap-x-5 text-xl max-sm:flex-col max-sm:items-start max-sm:gap-y-1 max-sm:text-base">
            <span className="empty:hidden"><Stands job={job} /></span>
            <Plate size="lg" className="max-sm:px-2 max-sm:py-1.5 max-sm:text-xl">{job.vehicle.plate}</Plate>
          </h1>
        )}
      </BayBar>
      {sheet ? (
        <JobSheet key={id} sheet={sheet} />
      ) : (
        <main id="content" className="flex flex-1 flex-col p-4 sm:p-7"><LiveState live={live}>{() => null}</LiveState></main>
      )}
    </ZoneContext.Provider>
  );
}
