import { useQuery } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { useStore } from "@/lib/store";
import { dayOf, useZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { momentText } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { centerKey, readUnserved, type Unserved } from "../api/centers";
import { leaving } from "../live/useSaved";

const FIRST = 4;

/**
 * The visits to come that cannot be served as they are booked, until each is moved or cancelled. A save that leaves more of
 * them outside brings the list to whoever saved: a button may be far below it.
 */
export function LeftOutside({ center }: { center: string }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const { data = [] } = useQuery({ queryKey: centerKey(center, "unserved"), queryFn: () => readUnserved(center) });
  const title = useId();
  const list = useRef<HTMLElement>(null);
  const saves = useStore(leaving);
  const seen = useRef(saves);
  useEffect(() => {
    if (saves === seen.current || !list.current) return;
    seen.current = saves;
    list.current.focus({ preventScroll: true });
    list.current.scrollIntoView?.({ block: "nearest" });
  }, [saves, data]);
  if (data.length === 0) return null;
  const shown = all ? data : data.slice(0, FIRST);
  return (
    <section ref={list} tabIndex={-1} aria-labelledby={title} className="animate-appear scroll-my-3 rounded-md border border-waiting bg-waiting-soft outline-offset-2">
      <header className="flex items-center gap-2.5 px-4.5 pt-3 text-waiting-text">
        <StateIcon state="waiting" size={18} className="shrink-0" />
        <h2 id={title} className="text-base">{t("centers.outside", { count: data.length })}</h2>
      </header>
      <p className="max-w-prose px-4.5 pt-0.5 text-pretty">{t("centers.outside_text")}</p>
      <ul className="mx-4.5 mt-2.5 mb-3.5 rounded-sm border bg-raised">
        {shown.map((one) => <Row key={one.appointment.id} one={one} />)}
      </ul>
      {data.length > FIRST && <Button tone="quiet" className="mx-1.5 mb-2" aria-expanded={all} onClick={() => setAll(!all)}>{t(all ? "centers.fewer" : "centers.all", { count: data.length })}</Button>}
    </section>
  );
}

function Row({ one: { appointment, reasons } }: { one: Unserved }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const { id, number, scheduled_start: start, vehicle, customer } = appointment;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t px-3.5 py-2 first:border-0">
      <span className="num shrink-0 font-semibold sm:w-40">{momentText(start, "day-time", zone, locale)}</span>
      <span className="flex min-w-0 flex-1 basis-60 items-center gap-2">{vehicle.plate ? <Plate size="sm">{vehicle.plate}</Plate> : number}<span className="truncate text-muted">{customer.name}</span></span>
      <span className="min-w-0 flex-1 basis-56">{reasons.map((reason) => reason.text).join(" ")}</span>
      <Link to={`/desk/calendar/visits/${id}?date=${dayOf(start, zone)}&view=day&by=technicians`} className="inline-flex min-h-9 items-center font-semibold text-accent">
        {t("centers.place_anew")} <span className="sr-only">{number}</span>
      </Link>
    </li>
  );
}
