import type { MaintenanceRecord } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { Money, momentText } from "@/ui/moments";
import type { YearCost } from "../model/costs";

/** What was done to a vehicle, by year with what each cost; unfolded when it is wanted. */
export function History({ records, years }: { records: MaintenanceRecord[]; years: YearCost[] }) {
  const t = useT();
  return (
    <details className="group border-t">
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 px-4 font-semibold hover:bg-surface">
        {t("my.history")} <span className="num text-sm font-normal text-muted">{records.length}</span>
      </summary>
      {records.length === 0 && <p className="px-4 pb-4 text-muted">{t("my.no_history")}</p>}
      {years.map(({ year, costs }) => (
        <section key={year} aria-label={year} className="border-t px-4 py-3">
          <h4 className="flex items-baseline justify-between gap-3 text-sm font-semibold">
            <span className="num">{year}</span>
            <span className="flex gap-2">{costs.map((one) => <Money key={one.currency} of={one} />)}</span>
          </h4>
          <ul className="mt-1.5 flex flex-col gap-2.5">
            {records.filter((one) => one.service_date.startsWith(year)).map((one) => <li key={one.id}><Done record={one} /></li>)}
          </ul>
        </section>
      ))}
    </details>
  );
}

function Done({ record }: { record: MaintenanceRecord }) {
  const t = useT();
  const locale = useLocale();
  const km = record.mileage_at_service;
  const facts = [
    momentText(`${record.service_date}T12:00:00Z`, "day", "UTC", locale),
    record.center.name,
    km !== null && t("my.at", { km: new Intl.NumberFormat(locale).format(km) }),
  ].filter(Boolean);
  return (
    <div className="flex items-baseline justify-between gap-3">
      <span className="min-w-0">
        <span className="font-medium text-pretty">{record.service_type}</span>
        <span className="num block text-sm text-muted">{facts.join(" · ")}</span>
      </span>
      <Money of={record.cost} />
    </div>
  );
}
