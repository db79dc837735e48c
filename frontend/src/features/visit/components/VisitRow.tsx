import type { Appointment, CustomerJob } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { ZoneContext } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { Sign } from "@/ui/icons";
import { Duration, Money, Time, Window } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { readVisit, visitKey } from "@/api/visits";
import { markOf } from "../model/mark";
import { phaseOf, type Phase } from "../model/stage";

/** A visit at the workshop: its row follows the card, as its page does. */
export function LiveVisitRow({ visit }: { visit: Appointment }) {
  const { document } = useLiveDocument(visitKey(visit.id, false), () => readVisit(visit.id, false));
  return <VisitRow visit={document?.appointment ?? visit} job={document?.job} />;
}

/** One visit of the list: which car, what is done, how it stands, and when. */
export function VisitRow({ visit, job = null }: { visit: Appointment; job?: CustomerJob | null | undefined }) {
  const t = useT();
  const mark = markOf({ appointment: visit, job });
  const { make, model, plate } = visit.vehicle;
  return (
    <ZoneContext.Provider value={visit.center.zone}>
      <Link to={`/visit/${visit.id}`} className="flex items-center gap-3 p-4 text-ink no-underline hover:bg-surface">
        <span className="flex min-w-0 flex-1 flex-col gap-1.5">
          <span className="flex items-center justify-between gap-2.5">
            {plate && <Plate>{plate}</Plate>}
            <Pill state={mark.state}>{t(`visits.state.${mark.say}`)}</Pill>
          </span>
          <span className="line-clamp-2 text-lg leading-snug font-semibold text-pretty">{job?.title || visit.services.map((one) => one.name).join(", ")}</span>
          <span className="text-sm text-muted">{`${make} ${model}`}</span>
          <When visit={visit} job={job} phase={phaseOf({ appointment: visit, job })} />
        </span>
        <Sign name="onward" className="shrink-0 text-muted" />
      </Link>
    </ZoneContext.Provider>
  );
}

/** The booked time, before, during and after it, and what belongs to it now: how long it takes, when the car is ready, or what it came to. */
function When({ visit, job, phase }: { visit: Appointment; job: CustomerJob | null; phase: Phase }) {
  const t = useT();
  const minutes = (Date.parse(visit.scheduled_end) - Date.parse(visit.scheduled_start)) / 60_000;
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 text-sm text-muted">
      <Time at={visit.scheduled_start} show="day-time" />
      {phase === "ahead" && <Duration minutes={minutes} />}
      {phase === "here" && job?.window && <b className="font-semibold whitespace-nowrap text-ink">{t("visit.ready")} <Window {...job.window} /></b>}
      {phase === "ready" && job?.ready_at && <b className="font-semibold whitespace-nowrap text-ink">{t("visit.ready_since")} <Time at={job.ready_at} /></b>}
      {phase === "over" && <Money of={visit.total_amount} />}
    </span>
  );
}
