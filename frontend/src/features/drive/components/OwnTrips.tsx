import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { VisitDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import { visitKey } from "@/api/visits";
import { useLocale, useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { actionFor, actionsFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { useMe } from "@/live/me";
import { applyFrame } from "@/live/reducer";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { momentText, Window } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import { ProblemNote } from "@/ui/ProblemNote";
import { Tint } from "@/ui/tint";
import { changeTrip, type Transport, type Way } from "../api/drive";
import { shown, stateOf, whereOf, wordOf } from "../model/trips";
import { PlanTrip } from "./PlanTrip";
import { TripPhotos } from "./TripPhotos";

/** How the vehicle comes and goes: what is planned and where the driver is, live, and what its customer may do about it. */
export function OwnTrips({ visit, byLink }: { visit: VisitDocument; byLink: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const [planning, setPlanning] = useState<Way>();
  const { appointment } = visit;
  const as = byLink ? "link" : "customer";
  const rows = shown(appointment.transports);
  const may = actionsFor({ allowed_actions: appointment.transport_actions }, useMe(), useClock(15_000)).map((one) => one.verb as Way);
  const open = may.filter((way) => !rows.some((row) => row.direction === way && row.status !== "failed"));
  const take = (answer: object) => client.setQueryData<VisitDocument>(visitKey(appointment.id, byLink), (held) => held && applyFrame(held, answer as never));
  if (rows.length === 0 && open.length === 0) return null;
  const plan = (way: Way) => (
    <PlanTrip visit={appointment.id} as={as} way={way} planned={rows.find((row) => row.direction === way && row.status === "planned")} onDone={take} onClose={() => setPlanning(undefined)} />
  );
  return (
    <section aria-labelledby="trips" className="flex flex-col gap-3">
      <h2 id="trips" className="text-base">{t("drive.title")}</h2>
      {rows.map((row) => (
        <Trip key={row.id} trip={row} as={as} may={may.includes(row.direction)} onChange={() => setPlanning(row.direction)} onCancel={async () => take(await changeTrip(row, as, "cancel"))}>
          {planning === row.direction && row.status === "planned" && plan(row.direction)}
        </Trip>
      ))}
      {open.map((way) => (planning === way ? <div key={way}>{plan(way)}</div> : <Button key={way} onClick={() => setPlanning(way)}>{t(`drive.plan.${way}`)}</Button>))}
    </section>
  );
}

function Trip({ trip, as, may, onChange, onCancel, children }: { trip: Transport; as: "link" | "customer"; may: boolean; onChange: () => void; onCancel: () => Promise<unknown>; children: ReactNode }) {
  const t = useT();
  const me = useMe();
  const now = useClock(15_000);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const driver = trip.driver?.name ?? "";
  const early = Date.parse(trip.change_until) > now;
  const cancel = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onCancel();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return (
    <Tint by={trip.version}>
      <Card className="flex flex-col gap-2 px-4 py-3">
        <p className="flex flex-wrap items-center justify-between gap-2">
          <b className="font-semibold">{trip.direction === "collect" ? t(`drive.collected.${trip.status}`, { driver }) : t(`drive.returned.${trip.status}`, { driver })}</b>
          <Pill state={stateOf(trip)}>{t(wordOf(trip))}</Pill>
        </p>
        <p className="text-lg">{trip.status === "done" && trip.ended_at ? <Ended way={trip.direction} at={trip.ended_at} /> : <Window from={trip.window_start} to={trip.window_end} dated />}</p>
        <p className="text-muted">{whereOf(trip)}</p>
        {trip.reason && <p className="text-pretty">{trip.reason}</p>}
        <TripPhotos trip={trip} as={as} />
        {trip.status === "planned" && early && (
          <div className="flex flex-wrap gap-2">
            {may && <Button onClick={onChange}>{t("drive.change")}</Button>}
            {actionFor(trip, me, "cancel") && <Button tone="danger" busy={busy} onClick={() => void cancel()}>{t(`drive.cancel.${trip.direction}`)}</Button>}
          </div>
        )}
        {problem && <ProblemNote problem={problem} fields />}
        {children}
      </Card>
    </Tint>
  );
}

/** When a drive was over: its window is no news any more. */
function Ended({ way, at }: { way: Way; at: string }) {
  const t = useT();
  const [locale, zone] = [useLocale(), useZone()];
  const today = dayOf(useClock(60_000), zone) === dayOf(at, zone);
  const time = momentText(at, "time", zone, locale);
  return <span className="num">{t(`drive.done_at.${way}`, { time: today ? time : `${time}, ${momentText(at, "day", zone, locale)}` })}</span>;
}
