import { lazy, Suspense, type ComponentType } from "react";
import type { VisitDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { ZoneContext } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { LiveState } from "@/ui/LiveState";
import { Money } from "@/ui/moments";
import { OtherLanguages } from "@/ui/OtherLanguages";
import { readVisit, visitKey } from "@/api/visits";
import { Agreed, totalOf } from "../components/Agreed";
import { Call } from "../components/Call";
import { Headline } from "../components/Headline";
import { LinkGone } from "../components/LinkGone";
import { NeedsYou } from "../components/NeedsYou";
import { Timeline } from "../components/Timeline";
import { VisitSkeleton } from "../components/VisitSkeleton";
import { Where } from "../components/Where";
import { eventsOf } from "../model/events";
import { needOf, phaseOf } from "../model/stage";

/** Most who look follow work that is not done yet. */
const Summary = lazy(async () => ({ default: (await import("../components/Summary")).Summary }));

/** What a customer may do with a visit that is not under way. */
export type Planned = ComponentType<{ visit: VisitDocument; byLink: boolean }>;
export type Parts = { Planned?: Planned | undefined; /** How the vehicle comes and goes. */ Trips?: Planned | undefined };

/** A visit as its customer follows it, live. */
export function VisitPage({ id, byLink = false, ...parts }: Parts & { id: string; byLink?: boolean }) {
  const live = useLiveDocument(visitKey(id, byLink), () => readVisit(id, byLink), {
    refetchOn: (data, held) => !held.job && Boolean((data["appointment"] as { job_id?: string } | undefined)?.job_id),
  });
  if (byLink && !live.document && live.problem && !live.problem.passing) return <LinkGone problem={live.problem} />;
  return <LiveState live={live} skeleton={<VisitSkeleton />}>{(visit) => <Visit visit={visit} byLink={byLink} {...parts} />}</LiveState>;
}

function Visit({ visit, byLink, Planned, Trips }: Parts & { visit: VisitDocument; byLink: boolean }) {
  const t = useT();
  const { appointment, center, job } = visit;
  const phase = phaseOf(visit);
  const need = needOf(visit);
  return (
    <ZoneContext.Provider value={center.zone}>
      <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[25rem_minmax(0,1fr)] lg:items-start lg:gap-6 lg:p-6">
        <div className="contents lg:sticky lg:top-6 lg:flex lg:flex-col lg:gap-4">
          <Headline visit={visit} phase={phase} />
          {need && <NeedsYou need={need} reason={job?.window?.cause === "held" ? job.window.reason : null} center={center} />}
          <footer className="sticky bottom-0 z-10 order-last flex items-center gap-3 border-t bg-raised px-4 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] lg:static lg:rounded-md lg:border lg:pb-3">
            {phase !== "ended" && (
              <a href="#agreed" className="flex min-h-12 min-w-0 flex-1 flex-col justify-center text-ink no-underline">
                <span className="text-sm text-muted">{t(phase === "over" ? "visit.total" : phase === "ahead" ? "visit.price" : "visit.agreed")}</span>
                <span className="text-xl leading-tight font-bold"><Money of={totalOf(visit)} /></span>
              </a>
            )}
            <Call center={center} tone={need || phase === "ended" ? "neutral" : "primary"} wide={phase === "ended"} />
          </footer>
        </div>
        <div className="flex flex-1 flex-col gap-5 p-4 pb-8 lg:p-0">
          {(!job || phase === "ended") && Planned && <Suspense fallback={<div className="h-42" />}><Planned visit={visit} byLink={byLink} /></Suspense>}
          {Trips && appointment.transports.length + appointment.transport_actions.length > 0 && <Suspense><Trips visit={visit} byLink={byLink} /></Suspense>}
          {phase === "ahead" && appointment.notes && <Said words={appointment.notes} />}
          {phase === "ahead" && <Where center={center} />}
          {phase === "over" && <Suspense><Summary visit={visit} /></Suspense>}
          {(job || eventsOf(visit).length > 0) && phase !== "ended" && <Timeline visit={visit} />}
          <Agreed visit={visit} ended={phase === "ended"} />
          {phase !== "ahead" && <Where center={center} />}
          {job?.concern && <Said words={job.concern} />}
          {byLink && <OtherLanguages />}
        </div>
      </div>
    </ZoneContext.Provider>
  );
}

/** What the customer told the workshop. */
function Said({ words }: { words: string }) {
  const t = useT();
  return (
    <section aria-labelledby="said">
      <h2 id="said" className="mb-1 text-base">{t("visit.said")}</h2>
      <p className="text-pretty text-muted">{`“${words}”`}</p>
    </section>
  );
}
