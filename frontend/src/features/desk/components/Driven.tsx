import type { Appointment } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { dayOf, useZone } from "@/lib/zone";
import { StateIcon } from "@/ui/icons";
import { Time, Window } from "@/ui/moments";

type Transport = Appointment["transports"][number];
type Driving = Pick<Appointment, "id" | "scheduled_start"> & Partial<Pick<Appointment, "transports" | "transport_actions">>;
type Told = Transport & { status: "under_way" | "done" | "failed" };
const STATES = { under_way: "progress", done: "done", failed: "blocked" } as const;
const isTold = (one: Transport): one is Told => one.status in STATES;
const stateOf = ({ direction, status }: Told) => `${direction}_${status}` as const;

/** Where a driver is with the vehicle: on the way, handed over and when, or why not. What is `here` was brought, and how it goes back is planned from here. */
export function Driven({ visit, here = false }: { visit: Driving; here?: boolean }) {
  const t = useT();
  const zone = useZone();
  const transports = visit.transports ?? [];
  const told = transports.filter(isTold).filter((one) => !here || one.direction === "return" || one.status === "under_way");
  const back = here ? transports.find((one) => one.direction === "return" && one.status === "planned") : undefined;
  const plans = here && (back !== undefined || (visit.transport_actions ?? []).some((one) => one.verb === "return"));
  if (told.length === 0 && !plans) return null;
  return (
    <div role="status" className="border-b px-4.5 py-2 text-sm">
      <ul className="flex flex-col gap-1">
        {told.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-1.5">
            <StateIcon state={STATES[one.status]} size={13} className="shrink-0 self-center" />
            <span className="font-semibold">{t(`desk.driven.${stateOf(one)}`, { driver: one.driver?.name ?? t("desk.driver") })}</span>
            {(one.ended_at ?? one.started_at) && <Time at={(one.ended_at ?? one.started_at)!} className="num text-muted" />}
            {one.reason && <span className="basis-full text-pretty text-muted">{one.reason}</span>}
          </li>
        ))}
        {plans && (
          <li className="flex flex-wrap items-baseline gap-x-1.5">
            {back && <span className="font-semibold">{t("desk.driven.return_planned", { driver: back.driver?.name ?? t("desk.driver") })}</span>}
            {back && <Window from={back.window_start} to={back.window_end} className="text-muted" />}
            <Link to={`/desk/calendar/visits/${visit.id}?date=${dayOf(visit.scheduled_start, zone)}&view=day`} className="inline-flex min-h-8 items-center font-semibold">{t(back ? "desk.driven.run" : "desk.driven.plan")}</Link>
          </li>
        )}
      </ul>
    </div>
  );
}
