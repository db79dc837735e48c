import { useState } from "react";
import type { BoardDocument } from "@/api/documents";
import type { Appointment } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link, useNavigate } from "@/lib/router";
import { dayOf, useZone } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { useCenterId, useMe } from "@/live/me";
import { useCommand } from "@/live/useCommand";
import { Button, ButtonAnchor, ButtonLink } from "@/ui/Button";
import { SidePanel } from "@/ui/Dialog";
import { EmptyState } from "@/ui/EmptyState";
import { Sign, StateIcon } from "@/ui/icons";
import { IntentNote } from "@/ui/IntentNote";
import { Duration, Money, Time } from "@/ui/moments";
import { boardKey } from "../api/desk";
import { usePlace } from "../live/place";
import { arrivalMark } from "../model/mark";
import { MarkPill } from "./MarkPill";
import { titleOf } from "./BoardCard";
import { CheckInForm } from "./CheckInForm";
import { Driven } from "./Driven";
import { DrawerHead } from "@/ui/DrawerHead";
import { OVER } from "./JobDrawer";
import { Section } from "@/ui/Section";
import { VisitLink } from "./VisitLink";

/** A visit that is expected: who, what for, and its reception. */
export function ArrivalDrawer({ id, board, onClose }: { id: string; board: BoardDocument; onClose: () => void }) {
  const t = useT();
  const place = usePlace();
  const found = board.appointments.find((one) => one.id === id);
  // It leaves the list when somebody else receives it; what is being typed stays.
  const [last, setLast] = useState(found);
  if (found && found !== last) setLast(found);
  const visit = found ?? last;
  const job = board.jobs.find((one) => one.appointment_id === id);
  return (
    <SidePanel label={t("desk.arrival")} onClose={onClose} className={OVER}>
      {visit ? (
        <Arrival visit={visit} jobId={job?.id ?? null} onClose={onClose} />
      ) : (
        <EmptyState
          kind="no-results"
          title={t("desk.not_expected")}
          action={job ? <ButtonLink to={place(`/jobs/${job.id}`)} tone="primary">{t("desk.open_job")}</ButtonLink> : <Button onClick={onClose}>{t("close")}</Button>}
        >
          {t(job ? "desk.received_already" : "desk.not_expected_text")}
        </EmptyState>
      )}
    </SidePanel>
  );
}

function Arrival({ visit, jobId, onClose }: { visit: Appointment; jobId: string | null; onClose: () => void }) {
  const t = useT();
  const me = useMe();
  const go = useNavigate();
  const place = usePlace();
  const now = useClock();
  const zone = useZone();
  const center = useCenterId();
  const commands = useCommand(boardKey(center));
  const noShow = actionFor(visit, me, "mark_no_show", now);
  return (
    <>
      <DrawerHead
        vehicle={visit.vehicle}
        customer={visit.customer}
        title={titleOf(visit)}
        pill={<MarkPill mark={arrivalMark(visit, now)} />}
        mileage={visit.vehicle.mileage}
        due={<Time at={visit.scheduled_start} className="font-semibold text-ink" />}
        onClose={onClose}
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Driven visit={visit} />
        {jobId ? (
          <div className="flex flex-col items-start gap-2 border-b px-4.5 py-3.5" role="status">
            <p className="font-semibold">{t("desk.received_already")}</p>
            <ButtonLink to={place(`/jobs/${jobId}`)} tone="primary">{t("desk.open_job")}</ButtonLink>
          </div>
        ) : (
          <CheckInForm visit={visit} onDone={(job) => void go(place(`/jobs/${job}?received`), { replace: true })}>
            {noShow && (
              <Button onClick={() => commands.run({ to: "staff/appointments", id: visit.id, verb: "mark_no_show", version: visit.version, say: t("desk.said", { plate: visit.vehicle.plate, done: t("desk.no_show") }) })}>
                {t("desk.no_show")}
              </Button>
            )}
          </CheckInForm>
        )}
        {visit.conflict_since && (
          <p className="flex flex-wrap items-center gap-x-3 border-b px-4.5 py-1 text-xs font-semibold text-blocked-text">
            <span className="flex items-center gap-1.5"><StateIcon state="blocked" size={13} className="shrink-0" />{t("desk.conflict")}</span>
            <Link to={`/desk/calendar/visits/${visit.id}?date=${dayOf(visit.scheduled_start, zone)}&view=day`} className="inline-flex min-h-9 items-center">{t("desk.conflict_ways")}</Link>
          </p>
        )}
        <IntentNote intents={commands.of(visit.id)} />
        <Section title={t("desk.booked")}>
          <ul className="flex flex-col gap-1">
            {visit.services.map((one) => (
              <li key={one.id} className="flex items-baseline gap-3">
                <span className="min-w-0 flex-1">{one.quantity > 1 ? `${one.name} × ${one.quantity}` : one.name}</span>
                <Duration minutes={one.duration * one.quantity} className="text-xs text-muted" />
                <Money of={one.price} className="min-w-16 text-end" />
              </li>
            ))}
          </ul>
          <p className="flex items-baseline justify-between gap-3 font-semibold">{t("desk.agreed")}<Money of={visit.total_amount} /></p>
          <p className="text-xs text-muted">{[visit.bay?.name, visit.technician?.name, visit.number].filter(Boolean).join(" · ")}</p>
        </Section>
        <Section title={t("desk.customer")} className="border-b-0">
          <p className="font-semibold">{visit.customer.id ? <Link to={`/desk/customers/${visit.customer.id}`}>{visit.customer.name}</Link> : visit.customer.name}</p>
          <div className="flex flex-wrap items-start gap-2">
            {visit.customer.phone && (
              <ButtonAnchor href={`tel:${visit.customer.phone}`}><Sign name="phone" size={14} /><span dir="ltr" className="num">{visit.customer.phone}</span></ButtonAnchor>
            )}
            <VisitLink appointment={visit.id} />
          </div>
        </Section>
      </div>
    </>
  );
}
