import { useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { CalendarDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import type { Slot } from "@/api/things";
import { useT } from "@/lib/i18n";
import { actionFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { useMe } from "@/live/me";
import { applyFrame } from "@/live/reducer";
import { Button } from "@/ui/Button";
import { Field, SelectField } from "@/ui/Field";
import { Window } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { Section } from "@/ui/Section";
import { Unfolded } from "@/ui/Unfolded";
import { changeTrip, type Transport, type Way } from "../api/drive";
import { whereOf } from "../model/trips";
import { PlanTrip } from "./PlanTrip";
import { TripPhotos } from "./TripPhotos";
import { TripPill } from "./TripPill";

type Open = { way: Way; verb: "plan" | "assign" | "fail" };

/** The collection and the return of a visit at the desk: plan, give to a driver, follow, call off. */
export function DeskTrips({ visit, document, documentKey }: { visit: Slot; document: CalendarDocument; documentKey: QueryKey }) {
  const t = useT();
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const rows = visit.transports;
  const fresh = visit.transport_actions.map((one) => one.verb as Way).filter((way) => !rows.some((row) => row.direction === way && row.status === "planned"));
  const close = () => setOpen(undefined);
  const take = ({ appointment }: { appointment: object }) =>
    client.setQueryData<CalendarDocument>(documentKey, (held) => held && applyFrame(held, { appointments: [appointment] } as never));
  const drivers = (
    <SelectField label={t("drive.driver")} name="driver_id" optional>
      <option value="">{t("drive.any_driver")}</option>
      {document.drivers.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
    </SelectField>
  );
  const plan = (way: Way) => <PlanTrip visit={visit.id} as="desk" way={way} planned={rows.find((row) => row.direction === way && row.status === "planned")} more={drivers} onDone={take} onClose={close} />;
  if (rows.length === 0 && fresh.length === 0) return null;
  return (
    <Section title={t("drive.title")}>
      {rows.map((row) => (
        <DeskTrip key={row.id} trip={row} onOpen={(verb) => setOpen({ way: row.direction, verb })} onVerb={async (verb, body) => take(await changeTrip(row, "desk", verb, body))}>
          {open?.way === row.direction && open.verb === "plan" && row.status === "planned" && plan(row.direction)}
          {open?.way === row.direction && open.verb === "assign" && (
            <Unfolded label={t("drive.assign")} send={t("drive.assign")} onClose={close} onSend={async ({ driver_id }) => take(await changeTrip(row, "desk", "assign", { driver_id: driver_id || null }))}>{drivers}</Unfolded>
          )}
          {open?.way === row.direction && open.verb === "fail" && (
            <Unfolded label={t("drive.failed")} send={t("drive.failed")} tone="danger" onClose={close} onSend={async ({ reason }) => take(await changeTrip(row, "desk", "fail", { reason }))}>
              <Field label={t("drive.why")} name="reason" required maxLength={240} autoComplete="off" />
            </Unfolded>
          )}
        </DeskTrip>
      ))}
      {fresh.map((way) => (open?.way === way && open.verb === "plan" ? <div key={way}>{plan(way)}</div> : <Button key={way} onClick={() => setOpen({ way, verb: "plan" })}>{t(`drive.plan.${way}`)}</Button>))}
    </Section>
  );
}

function DeskTrip({ trip, onOpen, onVerb, children }: {
  trip: Transport;
  onOpen: (verb: Open["verb"]) => void;
  onVerb: (verb: string, body?: object) => Promise<unknown>;
  children: ReactNode;
}) {
  const t = useT();
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const now = useClock(15_000);
  const may = (verb: string) => actionFor(trip, me, verb, now) !== undefined;
  const run = async (verb: string, body?: object) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onVerb(verb, body);
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-1.5 rounded-md border p-3">
      <p className="flex items-center justify-between gap-2">
        <b className="font-semibold">{t(`drive.way.${trip.direction}`)}</b>
        <TripPill trip={trip} />
      </p>
      <p className="flex flex-wrap justify-between gap-x-3"><Window from={trip.window_start} to={trip.window_end} className="font-medium" /> <span>{trip.driver?.name}</span></p>
      <p className="text-muted">{whereOf(trip)}</p>
      {trip.reason && <p className="border-s-2 ps-2.5 text-pretty">{trip.reason}</p>}
      {trip.mileage !== null && <p className="num text-muted">{t("drive.mileage_read", { mileage: trip.mileage })}</p>}
      <TripPhotos trip={trip} as="desk" />
      {(may("cancel") || may("finish")) && (
        <div className="flex flex-wrap gap-2">
          {may("set_out") && <Button busy={busy} onClick={() => void run("set-out")}>{t("drive.set_out")}</Button>}
          {may("finish") && <Button tone="primary" busy={busy} onClick={() => void run("finish", { keys: true })}>{t(`drive.finish.${trip.direction}`)}</Button>}
          {may("fail") && <Button tone="danger" onClick={() => onOpen("fail")}>{t("drive.failed")}</Button>}
          {may("cancel") && <Button onClick={() => onOpen("plan")}>{t("drive.change")}</Button>}
          {may("cancel") && <Button onClick={() => onOpen("assign")}>{t("drive.assign")}</Button>}
          {may("cancel") && <Button tone="danger" busy={busy} onClick={() => void run("cancel")}>{t("drive.call_off")}</Button>}
        </div>
      )}
      {problem && <ProblemNote problem={problem} fields />}
      {children}
    </div>
  );
}
