import type { VisitDocument } from "@/api/documents";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useHeldBack } from "@/live/interaction";
import { Card } from "@/ui/Card";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { Time, Window } from "@/ui/moments";
import { StateMark } from "@/ui/Pill";
import { Tint } from "@/ui/tint";
import { byDay, eventsOf, toCome, type VisitEvent } from "../model/events";
import { isAgain, isThing } from "../model/headline";

/** What happened, dated, the newest on top; and what is still to come. */
export function Timeline({ visit }: { visit: VisitDocument }) {
  const t = useT();
  const zone = useZone();
  const today = dayOf(useClock(60_000), zone);
  const events = new Map(eventsOf(visit).map((event) => [event.id, event]));
  const order = useHeldBack([...events.keys()]);
  const coming = toCome(visit);
  const days = byDay(order.shown.flatMap((id) => events.get(id) ?? []), zone);
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-3">
      <div className="flex min-h-8 items-center justify-between">
        <h2 id="timeline" className="text-base">{t("visit.timeline")}</h2>
        <HeldUpdates waiting={order.waiting} onRelease={order.release} />
      </div>
      {coming.length > 0 && (
        <Card>
          <details className="group px-4">
            <summary className="num flex min-h-12 list-none items-center gap-3 font-semibold text-muted">
              <StateMark state="queued" />
              {t("visit.to_come", { count: coming.length })}
            </summary>
            <ol className="border-t py-2">
              {coming.map((step) => <li key={step.id} className="py-1.5 ps-7.5 text-muted">{step.name}</li>)}
            </ol>
          </details>
        </Card>
      )}
      {days.map(({ day, events: held }) => (
        <div key={day}>
          <h3 className="mb-2 text-sm font-semibold text-muted">
            {day === today && `${t("visit.today")}, `}
            <Time at={held[0]!.at} show="long-day" />
          </h3>
          <Card>
            <ol className="divide-y px-4">
              {held.map((event) => (
                <li key={event.id}>
                  <Tint by={event.state} className="rounded-sm"><Row event={event} thing={isThing(visit)} /></Tint>
                </li>
              ))}
            </ol>
          </Card>
        </div>
      ))}
    </section>
  );
}

function Row({ event, thing }: { event: VisitEvent; thing: boolean }) {
  const t = useT();
  const locale = useLocale();
  const measured = event.kind === "step" && event.state === "done" ? event.step : null;
  const reading = measured && measured.reading !== null && measureText(measured.reading, measured.unit, locale);
  const by = event.kind === "step" ? event.step.technician?.name : "driver" in event ? event.driver : undefined;
  return (
    <div className="flex items-start gap-3 py-3">
      <span className="mt-0.75"><StateMark state={event.state} /></span>
      <span className="min-w-0 flex-1">
        <span className={cx("block leading-snug", event.state === "progress" ? "font-semibold" : "font-medium")}>
          {event.kind === "step" ? event.step.name : event.kind === "moved" ? <>{t(isAgain(event.promise) ? "visit.again_to" : "visit.moved_to")} <Window from={event.promise.from} to={event.promise.to} /></> : t(thing && event.kind === "received" ? "visit.stage.received" : `visit.event.${event.kind}`)}
          {reading && <b className="num whitespace-nowrap">{` ${reading}`}</b>}
        </span>
        {event.kind === "moved" && event.promise.reason && <span className="block text-sm text-muted">{event.promise.reason}</span>}
        <span className="block text-sm text-muted">
          <Time at={event.at} />
          {by && ` · ${by}`}
          {event.kind === "step" && event.state !== "done" && ` · ${t(event.state === "progress" ? "visit.under_way" : "visit.paused")}`}
        </span>
      </span>
    </div>
  );
}
