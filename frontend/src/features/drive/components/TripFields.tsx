import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import { useLocale, useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { Field, SelectField } from "@/ui/Field";
import { momentText } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { Skeleton, SkeletonBlock } from "@/ui/Skeleton";
import { readWindows, windowsKey, type As, type Way, type Windows } from "../api/drive";
import { byDay, endOf } from "../model/trips";

export type Where = { address: string; postcode: string };

/** When drivers are free around a visit; asked anew each time, for others book meanwhile. */
export const useWindows = (visit: string, as: As) => useQuery({ queryKey: windowsKey(visit, as), queryFn: () => readWindows(visit, as), staleTime: 15_000 });

/** The address, and the postcode where a centre drives to some places only. */
export function WhereFields({ windows, value, prefix = "", onChange }: { windows: Windows; value: Where; prefix?: string; onChange: (to: Partial<Where>) => void }) {
  const t = useT();
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_9rem]">
      <Field label={t("drive.address")} name={`${prefix}address`} autoComplete="street-address" required maxLength={240} value={value.address} onChange={(event) => onChange({ address: event.target.value })} />
      <Field label={t("drive.postcode")} name={`${prefix}postcode`} autoComplete="postal-code" required={windows.needs_postcode} optional={!windows.needs_postcode} maxLength={16} value={value.postcode} onChange={(event) => onChange({ postcode: event.target.value })} />
    </div>
  );
}

/** One window of those in which a driver is free, by day. */
export function WindowField({ way, windows, value, held = "", prefix = "", onChange }: {
  way: Way;
  windows: Windows;
  value: string;
  /** The window that is planned already. */
  held?: string;
  prefix?: string;
  onChange: (start: string) => void;
}) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const starts = [...new Set([...windows[way], held].filter(Boolean).map((at) => new Date(at).toISOString()))].sort();
  const chosen = value && new Date(value).toISOString();
  if (starts.length === 0) return <p className="text-pretty text-muted">{t(`drive.none.${way}`)}</p>;
  return (
    <SelectField label={t(`drive.window.${way}`)} name={`${prefix}window_start`} required value={chosen} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>{t("drive.choose")}</option>
      {byDay(starts, (at) => dayOf(at, zone)).map(([day, found]) => (
        <optgroup key={day} label={momentText(found[0]!, "day", zone, locale)}>
          {found.map((at) => (
            <option key={at} value={at}>
              {t("time.window", { from: momentText(at, "day-time", zone, locale), to: momentText(endOf(at, windows.minutes), "time", zone, locale) })}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

/** What stands where windows are not known yet, or were not told. */
export function Unknown({ error }: { error: unknown }) {
  return error ? <ProblemNote problem={asProblem(error)} /> : <Skeleton><SkeletonBlock className="h-24" /></Skeleton>;
}
