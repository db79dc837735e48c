import type { ReactNode } from "react";
import type { VisitDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { readerZone, useZone, ZoneContext, zonesDiffer } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { durationText, Time, Window, ZoneNote } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import { Tint } from "@/ui/tint";
import { backAt, type Phase } from "../model/stage";

const large = "text-3xl leading-tight font-bold tracking-tight";

/** When: the appointment before it, the ready window during it, the moments after it. */
export function Ready({ visit, phase }: { visit: VisitDocument; phase: Phase }) {
  const t = useT();
  const { appointment, job } = visit;
  if (phase === "ended") return null;
  if (phase === "ahead") {
    const minutes = (Date.parse(appointment.scheduled_end) - Date.parse(appointment.scheduled_start)) / 60_000;
    return (
      <Tint by={appointment.scheduled_start}>
        <p className={large}><Time at={appointment.scheduled_start} show="day-time" /></p>
        <p className="text-sm text-muted">{t("visit.takes", { time: durationText(minutes, t) })}</p>
        <Own at={appointment.scheduled_start}><Time at={appointment.scheduled_start} show="day-time" /></Own>
        <ZoneNote />
      </Tint>
    );
  }
  if (phase === "over" || phase === "ready") {
    const at = phase === "over" ? (backAt(visit) ?? job?.delivered_at) : job?.ready_at;
    return at && <><p className={large}>{phase === "ready" && `${t("visit.ready_since")} `}<Time at={at} show={phase === "over" ? "day-time" : "time"} /></p><ZoneNote /></>;
  }
  return job?.window && <Promised window={job.window} />;
}

function Promised({ window: told }: { window: NonNullable<NonNullable<VisitDocument["job"]>["window"]> }) {
  const t = useT();
  const now = useClock(5_000);
  const passed = now > Date.parse(told.to);
  return (
    <Tint by={`${told.from} ${told.to}`} className="rounded-sm">
      <p className={large}>{t("visit.ready")} <Window {...told} /></p>
      <Own at={told.from}><Window {...told} /></Own>
      {told.moved_from && (
        <p className="text-sm text-pretty text-muted">
          {t("visit.moved_from")} <Time at={told.moved_from} />{told.reason ? `: ${told.reason}` : ""}
        </p>
      )}
      <ZoneNote />
      {passed && <p className="mt-2"><Pill state="blocked">{t("visit.passed")}</Pill></p>}
    </Tint>
  );
}

/** The same in the reader's own time, when their clock shows another. */
function Own({ at, children }: { at: string; children: ReactNode }) {
  const t = useT();
  const own = readerZone();
  if (!zonesDiffer(at, useZone(), own)) return null;
  return (
    <p className="text-sm font-semibold">
      <ZoneContext.Provider value={own}>{children}</ZoneContext.Provider> {t("visit.your_time")}
    </p>
  );
}
