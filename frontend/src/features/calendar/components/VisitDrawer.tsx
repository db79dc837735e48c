import type { QueryKey } from "@tanstack/react-query";
import { Suspense, type ComponentType, type ReactNode } from "react";
import { area } from "@/app/area";
import type { CalendarDocument } from "@/api/documents";
import type { Job, Slot } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { dayOf, useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useMe } from "@/live/me";
import { ButtonAnchor } from "@/ui/Button";
import { SidePanel } from "@/ui/Dialog";
import { DrawerHead } from "@/ui/DrawerHead";
import { EmptyState } from "@/ui/EmptyState";
import { Sign } from "@/ui/icons";
import { Duration, Money, Time, Window } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import { Section } from "@/ui/Section";
import { Tint } from "@/ui/tint";
import { photosKey, readPhotos } from "../api/calendar";
import type { Moves } from "../live/useMoves";
import { changeText, type Change } from "../model/change";
import { markOf } from "../model/mark";
import { servicesOf } from "../model/names";
import { Answer, type Preset } from "./Answer";
import type { Known } from "./Conflicts";
import { VisitActions } from "./VisitActions";
import { markText } from "./words";

/** Over the tray, so that the calendar keeps its place. */
const OVER = "fixed! inset-y-0 end-0 z-40 w-[min(26rem,100vw)]!";

const Photos = area(async () => ({ default: (await import("@/ui/Photos")).Photos }), "plan");
const ConflictSection = area(async () => ({ default: (await import("./Conflicts")).ConflictSection }));

/** The collection and the return of a visit, at the desk. */
export type Trips = ComponentType<{ visit: Slot; document: CalendarDocument; documentKey: QueryKey }>;

type Props = {
  id: string;
  visit: Slot | undefined;
  job: Job | undefined;
  document: CalendarDocument;
  today: string;
  moves: Moves;
  preset: Preset | null;
  place: (path: string) => string;
  Trips: Trips;
  documentKey: QueryKey;
  known: Known;
  onMove: (visit: Slot) => void;
  onClose: () => void;
};

/** A visit of the calendar: what it is, and what the desk does to it; a request is answered here. */
export function VisitDrawer({ id, visit, document, onClose, ...rest }: Props) {
  const t = useT();
  return (
    <SidePanel label={t("calendar.visit")} onClose={onClose} className={OVER}>
      {visit ? <Visit key={id} visit={visit} document={document} onClose={onClose} {...rest} /> : <EmptyState kind="no-results" title={t("calendar.not_here")}>{t("calendar.not_here_text")}</EmptyState>}
    </SidePanel>
  );
}

function Visit({ visit, job, document, today, moves, preset, place, Trips, documentKey, known, onMove, onClose }: Omit<Props, "id" | "visit"> & { visit: Slot }) {
  const t = useT();
  const now = useClock();
  const mark = markOf(visit, job, now);
  const requested = visit.status === "requested";
  return (
    <>
      <Tint by={visit.version} className="flex-none">
        <DrawerHead
          vehicle={visit.vehicle}
          customer={visit.customer}
          title={servicesOf(visit)}
          pill={<Pill state={mark.state}><span className="num">{markText(mark, t)}</span></Pill>}
          mileage={visit.vehicle?.mileage ?? 0}
          due={requested ? null : <Time at={visit.scheduled_start} show="day-time" className="font-semibold text-ink" />}
          onClose={onClose}
        />
      </Tint>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {!requested && <VisitActions visit={visit} job={job} moves={moves} place={place} onMove={onMove} onCancelled={onClose} />}
        {known.conflicts.includes(visit) && <Suspense><ConflictSection known={known} visit={visit} /></Suspense>}
        {(visit.concern || visit.photo_count > 0) && (
          <Section title={t("calendar.words")}>
            {visit.concern && <p className="border-s-2 ps-2.5 text-pretty">{`“${visit.concern}”`}</p>}
            {visit.photo_count > 0 && (
              <Suspense fallback={<div className="h-22" />}>
                <Photos about={photosKey(visit.id)} count={visit.photo_count} read={() => readPhotos(visit.id)} nameOf={(number) => t("calendar.photo", { number })} />
              </Suspense>
            )}
          </Section>
        )}
        {requested && <Answer visit={visit} document={document} today={today} moves={moves} preset={preset} onDone={onClose} />}
        <Section title={t("calendar.booking")}>
          {!requested && <Fact name={t("calendar.time")}><Window from={visit.scheduled_start} to={visit.scheduled_end} /></Fact>}
          {visit.bay && <Fact name={t("calendar.bay")}>{visit.bay.name}</Fact>}
          {visit.technician && <Fact name={t("calendar.technician")}>{visit.technician.name}</Fact>}
          {visit.loaner && <Fact name={t("calendar.loaner")}>{visit.loaner.name}</Fact>}
          {visit.status === "proposed" && visit.answer_by && <Fact name={t("calendar.answer_until")}><Time at={visit.answer_by} show="day-time" /></Fact>}
          {visit.desk_message && <p className="border-s-2 ps-2.5 text-pretty">{`“${visit.desk_message}”`}</p>}
          <ul className="mt-1 flex flex-col gap-1">
            {visit.services.map((one) => (
              <li key={one.id} className="flex items-baseline gap-3">
                <span className="min-w-0 flex-1">{one.quantity > 1 ? `${one.name} × ${one.quantity}` : one.name}</span>
                <Duration minutes={one.duration * one.quantity} className="text-xs text-muted" />
                <Money of={one.price} className="min-w-16 text-end" />
              </li>
            ))}
          </ul>
          {visit.notes && <p className="border-s-2 ps-2.5 text-pretty">{`“${visit.notes}”`}</p>}
          <div className="flex flex-wrap justify-between gap-x-3 text-xs text-muted">
            <span className="num">{visit.number}</span>
            {visit.last_change && <LastChange change={visit.last_change} />}
          </div>
        </Section>
        {visit.transports.length + visit.transport_actions.length > 0 && <Suspense><Trips visit={visit} document={document} documentKey={documentKey} /></Suspense>}
        {visit.customer && (
          <Section title={t("calendar.customer")} className="border-b-0">
            <p className="font-semibold">{visit.customer.id ? <Link to={`/desk/customers/${visit.customer.id}`}>{visit.customer.name}</Link> : visit.customer.name}</p>
            {visit.customer.phone && <p><ButtonAnchor href={`tel:${visit.customer.phone}`}><Sign name="phone" size={14} /><span dir="ltr" className="num">{visit.customer.phone}</span></ButtonAnchor></p>}
            {visit.vehicle_unverified && <p className="text-waiting-text">{t("calendar.unverified")}</p>}
          </Section>
        )}
      </div>
    </>
  );
}

/** "Moved by Lakshmi, 10:42"; the day is added when it was not today. */
function LastChange({ change }: { change: Change }) {
  const t = useT();
  const zone = useZone();
  const me = useMe()?.id;
  const today = dayOf(useClock(60_000), zone) === dayOf(change.at, zone);
  return <span>{changeText(change, me, t)}, <Time at={change.at} show={today ? "time" : "day-time"} /></span>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <p className="flex items-baseline justify-between gap-3"><span className="text-muted">{name}</span><span className="num text-end font-medium">{children}</span></p>;
}
