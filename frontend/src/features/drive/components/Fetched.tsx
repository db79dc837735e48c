import { useT } from "@/lib/i18n";
import { ZoneNote } from "@/ui/moments";
import { Choice } from "@/ui/Choice";
import type { Way } from "../api/drive";
import { usual } from "../model/trips";
import { useWindows, WhereFields, WindowField } from "./TripFields";

/** What was chosen while booking: the beginning of a window each way, empty for one's own driving. */
export type Fetching = { collect: string; return: string; address: string; postcode: string };

/** "Bring it yourself" or "Collect it from me", and the same for the way back; nothing where a centre does not drive. */
export function Fetched({ held, value, onChange }: { held: string; value: Fetching; onChange: (to: Partial<Fetching>) => void }) {
  const t = useT();
  const { data: windows } = useWindows(held, "visitor");
  if (!windows?.offered || windows.collect.length + windows.return.length === 0) return null;
  const choose = (way: Way, fetched: boolean) =>
    onChange({ [way]: fetched ? usual(way, windows[way]) : "", ...(value.address ? {} : { address: windows.address, postcode: windows.postcode }) });
  const ways = (["collect", "return"] as const).filter((way) => windows[way].length > 0);
  const first = value.collect ? "collect" : "return";
  return (
    <section aria-label={t("drive.title")} className="flex flex-col gap-4">
      {ways.map((way) => (
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
