import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Choice } from "@/ui/Choice";
import { Time, ZoneNote } from "@/ui/moments";
import { spanText } from "@/ui/span";
import type { Way, Windows } from "../api/drive";
import { usual } from "../model/trips";
import { useWindows, WhereFields, WindowField } from "./TripFields";

const WAYS = ["collect", "return"] as const;

/** What was chosen while booking: the beginning of a window each way, empty for one's own driving. */
export type Fetching = { collect: string; return: string; address: string; postcode: string };

/** "Bring it yourself" or "Collect it from me", and the same for the way back, or why not; nothing where a centre does not drive. At `times` another start is chosen. */
export function Fetched({ held, times, value, onChange }: { held: string; times: string; value: Fetching; onChange: (to: Partial<Fetching>) => void }) {
  const t = useT();
  const { data: windows } = useWindows(held, "visitor");
  if (!windows?.offered) return null;
  const choose = (way: Way, fetched: boolean) =>
    onChange({ [way]: fetched ? usual(way, windows[way]) : "", ...(value.address ? {} : { address: windows.address, postcode: windows.postcode }) });
  const first = value.collect ? "collect" : "return";
  return (
    <section aria-label={t("drive.title")} className="flex flex-col gap-4">
      {WAYS.map((way) => windows[way].length === 0 && !value[way] ? <Without key={way} way={way} windows={windows} times={times} /> : (
        <div key={way} className="flex flex-col gap-3">
          <Choice
            label={t(`drive.how.${way}`)}
            value={value[way] ? "fetched" : "self"}
            options={[{ value: "self", label: t(`drive.self.${way}`) }, { value: "fetched", label: t(`drive.fetched.${way}`) }]}
            onChange={(to) => choose(way, to === "fetched")}
          />
          {value[way] && <WindowField way={way} windows={windows} value={value[way]} prefix={`transports.${way === first ? 0 : 1}.`} onChange={(at) => onChange({ [way]: at })} />}
        </div>
      ))}
      {(value.collect || value.return) && <WhereFields windows={windows} value={value} prefix="transports.0." onChange={onChange} />}
      {(value.collect || value.return) && <ZoneNote />}
    </section>
  );
}

/** Why there is nothing to choose one way: too late for this start, or nobody is free; another start may have it. */
function Without({ way, windows, times }: { way: Way; windows: Windows; times: string }) {
  const t = useT();
  const locale = useLocale();
  const late = way === "collect" && windows.too_late;
  return (
    <div>
      <p className="font-semibold">{t(`drive.how.${way}`)}</p>
      <p className="text-pretty text-muted">
        {late ? <>{t("drive.too_late", { time: spanText(windows.minutes, locale, t) })} <Time at={windows.not_before} show="day-time" />.</> : t(`drive.none.${way}`)}
      </p>
      <Link to={times} className="inline-flex min-h-12 items-center font-semibold">{t("drive.other_time")}</Link>
    </div>
  );
}
