import { useState } from "react";
import { BayBar } from "@/app/shells/BayShell";
import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { readerZone, ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useHeldBack } from "@/live/interaction";
import { useCenterId, useMe } from "@/live/me";
import { EmptyState } from "@/ui/EmptyState";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { LiveState } from "@/ui/LiveState";
import { Time } from "@/ui/moments";
import { queueKey } from "../api/bay";
import { CheckRow } from "../components/CheckRow";
import { JobRow } from "../components/JobRow";
import { ReworkDialog } from "../components/ReworkDialog";
import { useCard } from "../live/useCard";
import { useDay } from "../live/useDay";
import { dayOf, type DayRow, type Group } from "../model/day";

const GROUPS: Group[] = ["check", "open", "finished"];

/** The technician's jobs in the order of the day. */
export function DayPage() {
  const t = useT();
  const live = useDay();
  return (
    <ZoneContext.Provider value={live.document?.center?.zone ?? readerZone()}>
      <BayBar about={live.document && <Today />}><h1 className="text-2xl">{t("nav.day")}</h1></BayBar>
      <main id="content" className="mx-auto flex w-full max-w-320 flex-1 flex-col p-4 sm:p-7">
        <LiveState live={live}>{({ jobs }) => <Groups jobs={jobs} />}</LiveState>
      </main>
    </ZoneContext.Provider>
  );
}

function Today() {
  const now = useClock(15_000);
  return <Time at={now} show="long-day" />;
}

function Groups({ jobs }: { jobs: Job[] }) {
  const t = useT();
  const me = useMe();
  const now = useClock(5_000);
  const card = useCard(queueKey(useCenterId()), { list: true });
  const [reworked, setReworked] = useState<Job | null>(null);
  const day = dayOf(jobs, me, now);
  const rows = new Map(GROUPS.flatMap((group) => day[group]).map((row) => [row.job.id, row]));
  const order = useHeldBack(GROUPS.map((group) => day[group].map((row) => row.job.id)));
  if (jobs.length === 0) {
    return <EmptyState kind="empty" className="my-auto" title={t("bay.none")}>{t("bay.none_text")}</EmptyState>;
  }
  const drawn = (group: Group, row: DayRow) =>
    group === "check" ? (
      <CheckRow row={row} intents={card.of(row.job.id)} onPass={card.pass} onRework={setReworked} />
    ) : (
      <JobRow row={row} />
    );
  return (
    <>
      <div className="fixed inset-x-0 top-24 z-20 mx-auto w-fit"><HeldUpdates waiting={order.waiting} onRelease={order.release} /></div>
      {GROUPS.map((group, at) => {
        const shown = order.shown[at]!.flatMap((id) => rows.get(id) ?? []);
        if (shown.length === 0 && group !== "open") return null;
        return (
          <section key={group} aria-labelledby={`day-${group}`} className="mb-7">
            <h2 id={`day-${group}`} className="num mb-3 text-lg text-muted">{t(`bay.group.${group}`, { count: shown.length })}</h2>
            {shown.length === 0 && <p className="rounded-md border bg-raised px-5 py-6 text-lg text-muted">{t("bay.nothing_open")}</p>}
            <ul className="flex flex-col gap-3">
              {shown.map((row) => <li key={row.job.id}>{drawn(group, row)}</li>)}
            </ul>
          </section>
        );
      })}
      {reworked && <ReworkDialog job={reworked} onClose={() => setReworked(null)} onSend={(steps, reason) => card.rework(reworked, steps, reason)} />}
    </>
  );
}
