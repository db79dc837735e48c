import { useQuery } from "@tanstack/react-query";
import { useEffect, type ComponentType } from "react";
import type { VisitDocument } from "@/api/documents";
import { asProblem } from "@/api/problem";
import type { WorkState } from "@/api/things";
import { exchangeLink, readVisit, visitKey } from "@/api/visits";
import { addressOf } from "@/lib/address";
import { cx } from "@/lib/cx";
import { useT, type Translate } from "@/lib/i18n";
import { useParams } from "@/lib/router";
import { readerZone, ZoneContext, zonesDiffer } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { socket } from "@/live/hub";
import { useMe } from "@/live/me";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { StateIcon } from "@/ui/icons";
import { LiveDot } from "@/ui/LiveDot";
import { LiveState } from "@/ui/LiveState";
import { Money, Time, ZoneNote } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import { Skeleton } from "@/ui/Skeleton";
import { makeLink } from "../api/book";
import { Planned } from "../components/Planned";

type Phase = "ahead" | "here" | "ready" | "over" | "ended";
/** What the page that follows a visit says of it, and shows of how the vehicle comes and goes. */
type Following = {
  Trips: ComponentType<{ visit: VisitDocument; byLink: boolean }>;
  titleOf: (visit: VisitDocument, t: Translate) => string;
  phaseOf: (visit: VisitDocument) => Phase;
};

/** What became of a booking, live: what, when, where, and what can still be done with it. */
export function DonePage(following: Following) {
  const { id = "" } = useParams();
  return useMe() ? <Result id={id} byLink={false} follow={`/visit/${id}`} {...following} /> : <ByLink id={id} {...following} />;
}

/** Without an account the visit is opened by its own link, which this browser may make. */
function ByLink({ id, ...following }: Following & { id: string }) {
  const { data, error } = useQuery({
    queryKey: ["own-link", id],
    queryFn: async () => {
      const path = await makeLink(id);
      await exchangeLink(path.split("/").at(-1)!);
      return path;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (data) socket.restart();
  }, [data]);
  if (data) return <Result id={id} byLink follow={data} {...following} />;
  if (error) return <EmptyState page kind={asProblem(error).passing ? "offline" : "no-permission"} className="my-auto" />;
  return <Skeleton className="p-6" />;
}

function Result({ id, byLink, ...more }: Following & { id: string; byLink: boolean; follow: string }) {
  const live = useLiveDocument(visitKey(id, byLink), () => readVisit(id, byLink));
  return <LiveState live={live}>{(visit) => <Told visit={visit} byLink={byLink} {...more} />}</LiveState>;
}

const SHAPES: Record<Phase, WorkState> = { ahead: "waiting", here: "progress", ready: "done", over: "done", ended: "blocked" };
const COLOURS: Partial<Record<WorkState, string>> = { waiting: "text-waiting-text", progress: "text-progress-text", done: "text-done-text", blocked: "text-blocked-text" };

function Told({ visit, byLink, follow, Trips, titleOf, phaseOf }: Following & { visit: VisitDocument; byLink: boolean; follow: string }) {
  const t = useT();
  const { appointment, center } = visit;
  const { status, vehicle } = appointment;
  const sent = status === "confirmed" || status === "requested" || status === "proposed" ? status : null;
  const booked = sent === "confirmed";
  const phase = phaseOf(visit);
  const state = booked ? "done" : SHAPES[phase];
  const title = sent ? t(`plan.done.${sent}`) : titleOf(visit, t);
  return (
    <ZoneContext.Provider value={center.zone}>
      <div className="mx-auto flex w-full max-w-160 flex-1 flex-col gap-5 px-4 py-6">
        <header className="rounded-md border bg-raised p-5">
          <div className="flex items-center justify-between gap-3">
            <span className="num text-sm text-muted">{appointment.number}</span>
            <LiveDot />
          </div>
          <div aria-live="polite">
            <Tint by={`${title} ${appointment.scheduled_start}`} className="mt-1 rounded-sm">
              <h1 className="flex items-start gap-2.5 text-2xl text-pretty">
                <StateIcon state={state} size={24} className={cx("mt-1.5 shrink-0", COLOURS[state])} />
                {title}
              </h1>
              {booked && <p className="mt-2 text-3xl leading-tight font-bold tracking-tight"><Time at={appointment.scheduled_start} show="day-time" /></p>}
              {booked && <p className="text-sm text-muted">{zonesDiffer(appointment.scheduled_start, center.zone, readerZone()) ? <Time at={appointment.scheduled_start} label /> : <ZoneNote />}</p>}
            </Tint>
          </div>
          <p className="mt-3 font-semibold">{center.name}</p>
          <p>{addressOf(center)}</p>
          {center.phone && <a href={`tel:${center.phone}`} className="num inline-flex min-h-12 items-center font-semibold">{center.phone}</a>}
          <ul className="mt-2 border-t pt-3">
            {appointment.services.map((line) => (
              <li key={line.id} className="flex items-baseline justify-between gap-4"><span>{line.name}</span> {phase !== "ended" && <Money of={line.price} />}</li>
            ))}
          </ul>
          <p className="mt-2 flex flex-wrap items-center gap-3">
            {vehicle.plate && <Plate>{vehicle.plate}</Plate>} <span className="text-sm text-muted">{`${vehicle.make} ${vehicle.model}`}</span>
          </p>
          {booked && appointment.loaner && <p className="mt-2 text-sm">{t("plan.with_loaner")}: {appointment.loaner.name}</p>}
        </header>
        {(!visit.job || phase === "ended") && <Planned visit={visit} byLink={byLink} />}
        {phase !== "ended" && (
          <>
            <Trips visit={visit} byLink={byLink} />
            <ButtonLink to={follow} tone="primary">{t("plan.follow")}</ButtonLink>
            <p className="text-sm text-pretty text-muted">{t(byLink ? "plan.follow_link" : "plan.follow_own")}</p>
          </>
        )}
      </div>
    </ZoneContext.Provider>
  );
}
