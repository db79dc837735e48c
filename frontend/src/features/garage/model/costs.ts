/** What a vehicle cost its owner at the workshops: in all, and by year. Pure. */
import type { MaintenanceRecord, Money } from "@/api/things";

export type YearCost = { year: string; costs: Money[]; visits: number };

/** The sum of amounts, one for each currency in the order of their names; what cost nothing adds nothing. */
export function sumsOf(amounts: Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + Math.round(Number(amount) * 1000));
  return [...sums].filter(([, sum]) => sum > 0).sort(([a], [b]) => a.localeCompare(b)).map(([currency, sum]) => ({ amount: (sum / 1000).toFixed(3), currency }));
}

/** The records of a vehicle, the latest first. */
export const recordsOf = (records: MaintenanceRecord[], vehicle: string): MaintenanceRecord[] =>
  records.filter((one) => one.vehicle_id === vehicle).sort((a, b) => b.service_date.localeCompare(a.service_date) || b.id.localeCompare(a.id));

/** What was spent each year, the latest first. */
export function byYear(records: MaintenanceRecord[]): YearCost[] {
  const years = new Map<string, MaintenanceRecord[]>();
  for (const one of records) {
    const year = one.service_date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), one]);
  }
  return [...years]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([year, held]) => ({ year, costs: sumsOf(held.map((one) => one.cost)), visits: held.length }));
}
