import type { Waiting } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { shortDate } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { useClock, workshopNow } from "@/live/clock";
import { useMe } from "@/live/me";
import { Button, ButtonLink } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { IntentNote } from "@/ui/IntentNote";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { LineDeeds } from "../live/useLine";
import { Group } from "./Group";

const SMALL = "min-h-8! px-2! text-xs!";

/**
 * Who waits for a time that becomes free, in the order of the line, and what is offered to whom until when; `join` is
 * where somebody is added.
 */
export function Line({ line, deeds, join }: { line: Waiting[]; deeds: LineDeeds; join: string }) {
  const t = useT();
  return (
    <div className="flex flex-col items-start gap-2 *:w-full">
      <Group title={t("calendar.line")} count={line.length} none={t("calendar.line_none")}>
        <ol className="flex flex-col gap-2">
          {line.map((entry) => <li key={entry.id}><Entry entry={entry} deeds={deeds} /></li>)}
        </ol>
      </Group>
      <ButtonLink to={join} className="min-h-8! text-xs!"><Sign name="plus" size={12} />{t("calendar.line_join")}</ButtonLink>
    </div>
  );
}

function Entry({ entry, deeds }: { entry: Waiting; deeds: LineDeeds }) {
  const t = useT();
  const me = useMe();
  const { offer, vehicle, customer, services } = entry;
  const now = useClock();
  const may = (verb: string) => actionFor(entry, me, verb, now) !== undefined;
  return (
    <Tint by={entry.version} className="rounded-md">
      <div className={`flex flex-col gap-1.5 rounded-md border bg-raised px-2.5 py-2 ${offer ? "border-waiting!" : ""}`}>
        <span className="flex items-center justify-between gap-2">
          <Plate size="xs" className="min-w-0 truncate">{vehicle.plate || `${vehicle.make} ${vehicle.model}`}</Plate>
          {offer && <span className="shrink-0 text-xs font-semibold text-waiting-text">{t("calendar.line_offered")}</span>}
        </span>
        <span className="text-xs text-muted">{[customer.name, services.map((one) => one.name).join(", ")].filter(Boolean).join(" · ")}</span>
        {customer.phone && <a href={`tel:${customer.phone}`} className="num self-start text-xs">{customer.phone}</a>}
        {offer ? (
          <span className="num text-xs">
            <Time at={offer.scheduled_start} show="day-time" className="font-semibold" /> · {t("calendar.line_held")} <Time at={offer.ends_at} />
          </span>
        ) : (
          <Days of={entry} />
        )}
        <div className="flex flex-wrap gap-1.5">
          {may("book") && <Button className={SMALL} tone="primary" onClick={() => deeds.book(entry)}>{t("calendar.line_book")}</Button>}
          {may("wait_on") && <Button className={SMALL} onClick={() => deeds.pass(entry)}>{t("calendar.line_pass")}</Button>}
          {may("leave") && <Button className={SMALL} tone="quiet" onClick={() => deeds.leave(entry)}>{t("calendar.line_leave")}</Button>}
        </div>
        <IntentNote intents={deeds.of(entry.id)} />
      </div>
    </Tint>
  );
}

function Days({ of: { from_date, to_date, day_from, day_until } }: { of: Waiting }) {
  const t = useT();
  const locale = useLocale();
  // A day stands for itself whatever the zone: it is named by its noon in UTC.
  const day = (date: string) => shortDate(`${date}T12:00:00Z`, "UTC", locale, workshopNow());
  const days = from_date === to_date ? day(from_date) : t("calendar.line_days", { first: day(from_date), last: day(to_date) });
  const [from, until] = [day_from ?? "", day_until ?? ""];
  const part = from && until ? t("calendar.line_between", { from, until }) : from ? t("calendar.line_from", { from }) : until ? t("calendar.line_until", { until }) : "";
  return <span className="num text-xs">{[days, part].filter(Boolean).join(" · ")}</span>;
}
