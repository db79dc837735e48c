import type { Waiting } from "@/api/things";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { shortDate, ZoneContext } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { useClock, workshopNow } from "@/live/clock";
import type { Intent } from "@/live/intents";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { IntentNote } from "@/ui/IntentNote";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { useSecondsUntil } from "../live/useSecondsUntil";

type Props = { place: Waiting; intents: Intent[]; onVerb: (verb: string, say: string) => void };

/** One thing that the person waits for: what is offered with the time that is left, or the days they wait for. */
export function Place({ place, intents, onVerb }: Props) {
  const t = useT();
  const me = useMe();
  const { offer, vehicle, services, center } = place;
  const now = useClock();
  const may = (verb: string) => actionFor(place, me, verb, now) !== undefined;
  const busy = (verb: string) => intents.some((one) => one.verb === verb && (one.state === "sending" || one.state === "slow"));
  const leave = may("leave") && <Button tone="quiet" busy={busy("leave")} onClick={() => onVerb("leave", t("waiting.leave"))}>{t("waiting.leave")}</Button>;
  return (
    <ZoneContext.Provider value={center.zone}>
      <div className={cx("flex flex-col gap-3 rounded-md border bg-raised p-4", offer && "border-accent! inset-ring inset-ring-accent")}>
        <div className="flex flex-col gap-1.5">
          <span className="flex items-center justify-between gap-2.5">
            {vehicle.plate && <Plate>{vehicle.plate}</Plate>}
            <span className="min-w-0 truncate text-sm text-muted">{center.name}</span>
          </span>
          <p className="text-lg leading-snug font-semibold text-pretty">{services.map((one) => one.name).join(", ")}</p>
          {!offer && <p className="text-sm text-muted"><Days of={place} /><br />{t("waiting.waits")}</p>}
        </div>
        {offer && <Held offer={offer} />}
        <IntentNote intents={intents} />
        <div className="flex flex-wrap gap-2">
          {may("book") && <Button tone="primary" className="grow" busy={busy("book")} onClick={() => onVerb("book", t("waiting.book"))}>{t("waiting.book")}</Button>}
          {may("wait_on") && <Button busy={busy("wait_on")} onClick={() => onVerb("wait_on", t("waiting.wait_on"))}>{t("waiting.wait_on")}</Button>}
          {leave}
        </div>
        {may("wait_on") && <p className="text-sm text-pretty text-muted">{t("waiting.wait_on_hint")}</p>}
      </div>
    </ZoneContext.Provider>
  );
}

function Held({ offer }: { offer: NonNullable<Waiting["offer"]> }) {
  const t = useT();
  const left = useSecondsUntil(offer.until);
  if (left === 0) {
    return (
      <p className="rounded-sm bg-waiting-soft px-3 py-2.5">
        <b className="font-semibold text-waiting-text"><Time at={offer.scheduled_start} show="day-time" />: {t("waiting.over")}</b>
        <span className="block text-sm">{t("waiting.over_text")}</span>
      </p>
    );
  }
  return (
    <div className="flex items-center gap-3 rounded-sm bg-accent-soft px-3 py-2.5">
      <p className="min-w-0 flex-1 leading-tight">
        <b className="text-lg font-semibold"><Time at={offer.scheduled_start} show="day-time" /></b>
        <span className="block text-sm text-muted">{t("waiting.held")}</span>
      </p>
      <span role="timer" aria-label={t("waiting.left", { minutes: Math.ceil(left / 60) })} className="num text-xl font-bold">
        {`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`}
      </span>
    </div>
  );
}

/** The days, and the part of them, that somebody waits for. */
function Days({ of: { from_date, to_date, day_from, day_until } }: { of: Waiting }) {
  const t = useT();
  const locale = useLocale();
  // A day stands for itself whatever the zone: it is named by its noon in UTC.
  const day = (date: string) => shortDate(`${date}T12:00:00Z`, "UTC", locale, workshopNow());
  const days = from_date === to_date ? day(from_date) : t("waiting.days", { first: day(from_date), last: day(to_date) });
  const [from, until] = [day_from ?? "", day_until ?? ""];
  const part = from && until ? t("waiting.between", { from, until }) : from ? t("waiting.from_time", { from }) : until ? t("waiting.until_time", { until }) : "";
  return <span className="num">{[days, part].filter(Boolean).join(" · ")}</span>;
}
