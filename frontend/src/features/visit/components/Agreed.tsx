import type { VisitDocument } from "@/api/documents";
import type { Money as Amount } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Card } from "@/ui/Card";
import { Money } from "@/ui/moments";

/** What was agreed, line by line: the list behind the total; of a visit that does not take place, without what it comes to. */
export function Agreed({ visit, ended }: { visit: VisitDocument; ended: boolean }) {
  const t = useT();
  const { appointment, job, items } = visit;
  const lines: { id: string; name: string; price: Amount; open?: boolean }[] = job
    ? [...items].sort((a, b) => a.position - b.position).map((item) => ({ ...item, open: item.authorised_at === null }))
    : appointment.services.map((line) => ({ ...line, name: line.quantity > 1 ? `${line.name} × ${line.quantity}` : line.name }));
  return (
    <section aria-labelledby="agreed" className="scroll-mt-4">
      <h2 id="agreed" className="mb-2 text-base">{t(ended ? "visit.ended_lines" : job ? "visit.agreed_lines" : "visit.booked_lines")}</h2>
      <Card>
        <ul className="divide-y px-4">
          {lines.map((line) => (
            <li key={line.id} className="flex items-baseline justify-between gap-4 py-3">
              <span className="min-w-0">
                {line.name}
                {line.open && <span className="block text-sm text-waiting-text">{t("visit.not_agreed")}</span>}
              </span>
              {!ended && <Money of={line.price} />}
            </li>
          ))}
          {!ended && (
            <li className="flex items-baseline justify-between gap-4 py-3 font-semibold">
              {t("visit.total")}
              <Money of={totalOf(visit)} />
            </li>
          )}
        </ul>
      </Card>
    </section>
  );
}

export function totalOf({ appointment, job }: VisitDocument): Amount {
  return job?.total ?? appointment.total_amount;
}
