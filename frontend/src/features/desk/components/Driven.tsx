import type { Appointment } from "@/api/things";
import { useT } from "@/lib/i18n";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";

type Transport = Appointment["transports"][number];
type Told = Transport & { status: "under_way" | "done" | "failed" };
const STATES = { under_way: "progress", done: "done", failed: "blocked" } as const;
const isTold = (one: Transport): one is Told => one.status in STATES;
const stateOf = ({ direction, status }: Told) => `${direction}_${status}` as const;

/** Where a driver is with the vehicle: on the way, handed over and when, or why not. */
export function Driven({ transports }: { transports: Transport[] | undefined }) {
  const t = useT();
  const told = (transports ?? []).filter(isTold);
  if (told.length === 0) return null;
  return (
    <ul role="status" className="flex flex-col gap-1 border-b px-4.5 py-2 text-sm">
      {told.map((one) => (
        <li key={one.id} className="flex flex-wrap items-baseline gap-x-1.5">
          <StateIcon state={STATES[one.status]} size={13} className="shrink-0 self-center" />
          <span className="font-semibold">{t(`desk.driven.${stateOf(one)}`, { driver: one.driver?.name ?? t("desk.driver") })}</span>
          {(one.ended_at ?? one.started_at) && <Time at={(one.ended_at ?? one.started_at)!} className="num text-muted" />}
          {one.reason && <span className="basis-full text-pretty text-muted">{one.reason}</span>}
        </li>
      ))}
    </ul>
  );
}
