import type { Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { actionFor } from "@/live/actions";
import { troubled } from "@/live/intents";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import type { Unserved } from "../api/tray";
import type { Moves } from "../live/useMoves";
import { nameOf, servicesOf } from "../model/names";
import { Trouble } from "./Trouble";

type Props = { unserved: Unserved[]; order: string[]; moves: Moves; at: string; linkOf: (visit: Slot) => string; onMove: (visit: Slot) => void };

/** The visits that nobody could serve as they are booked, each with why and the way to another time. */
export function LeftOutside({ unserved, order, moves, at, linkOf, onMove }: Props) {
  return (
    <ul className="flex flex-col gap-2">
      {order.map((id) => {
        const one = unserved.find(({ appointment }) => appointment.id === id);
        return <li key={id}>{one ? <Outside one={one} moves={moves} open={at === id} to={linkOf(one.appointment)} onMove={onMove} /> : <div aria-hidden="true" className="min-h-20 rounded-md border border-dashed" />}</li>;
      })}
    </ul>
  );
}

function Outside({ one: { appointment: visit, reasons }, moves, open, to, onMove }: { one: Unserved; moves: Moves; open: boolean; to: string; onMove: (visit: Slot) => void }) {
  const t = useT();
  const me = useMe();
  const trouble = moves.of(visit.id).find(troubled);
  return (
    <>
      <div className={cx("rounded-md border border-waiting! bg-raised px-2.5 py-2", open && "inset-ring inset-ring-waiting")}>
        <Link to={to} aria-current={open || undefined} className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 text-ink no-underline">
          <Plate size="xs" className="max-w-full truncate">{nameOf(visit)}</Plate>
          <Time at={visit.scheduled_start} show="day-time" className="text-xs font-semibold" />
        </Link>
        <p className="mt-1 text-xs text-muted">{[visit.customer.name, servicesOf(visit)].filter(Boolean).join(" · ")}</p>
        <ul className="mt-1 flex flex-col gap-0.5">
          {reasons.map((reason) => <li key={`${reason.code} ${reason.text}`} className="flex items-start gap-1.5 text-xs font-semibold text-pretty text-waiting-text"><StateIcon state="waiting" size={13} className="mt-0.5 shrink-0" />{reason.text}</li>)}
        </ul>
        {actionFor(visit, me, "reschedule") ? (
          <Button className="mt-1.5 min-h-8! px-2! text-xs!" aria-label={t("calendar.move_what", { what: nameOf(visit) })} onClick={() => onMove(visit)}>{t("calendar.move")}</Button>
        ) : (
          <p className="mt-1 text-xs text-muted">{t("tray.customer_decides")}</p>
        )}
      </div>
      {trouble && <Trouble visit={visit} intent={trouble} moves={moves} className="mt-1" />}
    </>
  );
}
