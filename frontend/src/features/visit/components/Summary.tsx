import type { VisitDocument } from "@/api/documents";
import { measureText } from "@/lib/amounts";
import { useLocale, useT } from "@/lib/i18n";
import { Card } from "@/ui/Card";
import { Time } from "@/ui/moments";
import { StateMark } from "@/ui/Pill";
import { isThing } from "../model/headline";

/** After hand-over: what was done, with what was measured. */
export function Summary({ visit }: { visit: VisitDocument }) {
  const { job, items, steps } = visit;
  const t = useT();
  const locale = useLocale();
  const done = [...items].sort((a, b) => a.position - b.position).map((item) => {
    const own = steps.filter((step) => step.item_id === item.id && step.completed_at).sort((a, b) => a.position - b.position);
    return { item, count: own.length, measured: own.filter((step) => step.reading !== null) };
  });
  return (
    <section aria-labelledby="summary">
      <h2 id="summary" className="mb-2 text-base">{t("visit.summary")}</h2>
      <Card>
        <ul className="divide-y px-4">
          {done.map(({ item, count, measured }) => (
            <li key={item.id} className="flex gap-3 py-3">
              <span className="mt-0.75"><StateMark state="done" /></span>
              <div className="min-w-0 flex-1">
                <p className="font-semibold">{item.name}</p>
                <p className="num text-sm text-muted">{t("visit.steps_done", { count })}</p>
                {measured.map((step) => (
                  <p key={step.id} className="num mt-1 flex justify-between gap-4 text-sm">
                    <span>{step.name}</span>
                    <b className="whitespace-nowrap">{measureText(step.reading!, step.unit, locale)}</b>
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
        {job?.received_at && (
          <p className="border-t px-4 py-3 text-sm text-muted">
            {t(isThing(visit) ? "visit.stage.received" : "visit.event.received")} <Time at={job.received_at} show="day-time" />
            {job.ready_at && <>{` · ${t("visit.event.ready")} `}<Time at={job.ready_at} show="day-time" /></>}
          </p>
        )}
      </Card>
      <p className="mt-3 text-muted">{t("visit.thanks")}</p>
    </section>
  );
}
