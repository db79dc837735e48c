import { Suspense, type PointerEvent } from "react";
import { area } from "@/app/area";
import type { Slot, Waiting } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { IconButton } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import type { Unserved } from "../api/tray";
import type { LineDeeds } from "../live/useLine";
import type { Moves } from "../live/useMoves";
import type { Address } from "../live/useShown";
import type { Tray as Held } from "../model/tray";
import type { Known } from "./Conflicts";
import { Line } from "./Line";
import { Tray } from "./Tray";

/** What the tray opens only when there is something of it. */
const Conflicts = area(async () => ({ default: (await import("./Conflicts")).Conflicts }));
const LeftOutside = area(async () => ({ default: (await import("./LeftOutside")).LeftOutside }));

type Props = {
  tray: Held;
  known: Known;
  unserved: Unserved[];
  line: Waiting[];
  lineDeeds: LineDeeds;
  now: number;
  moves: Moves;
  address: Address;
  at: string;
  /** A card is held. */
  pressed: boolean;
  /** A request is carried over the page. */
  carrying: boolean;
  open: boolean;
  onClose: () => void;
  onPress: (event: PointerEvent, visit: Slot) => void;
  onMove: (visit: Slot) => void;
  dayLink: (date: string, path?: string) => string;
};

/** The tray beside the calendar; on narrow screens it comes over it when asked for. */
export function TrayPanel({ tray, known, unserved, line, lineDeeds, now, moves, address, at, pressed, carrying, open, onClose, onPress, onMove, dayLink }: Props) {
  const t = useT();
  const zone = useZone();
  const linkOf = (visit: Slot) => address.over(`/visits/${visit.id}`);
  const onItsDay = (visit: Slot) => dayLink(dayOf(visit.scheduled_start, zone), `/visits/${visit.id}`);
  return (
    <aside
      aria-label={t("calendar.to_place")}
      className={cx(
        "w-66 shrink-0 overflow-y-auto border-s bg-surface min-[100rem]:w-76 max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-30",
        !open && "max-xl:hidden",
        carrying && "max-xl:opacity-20",
      )}
    >
      <header className="flex min-h-11 items-center px-4 pt-2">
        <h2 id={TO_PLACE} tabIndex={-1} className="flex-1 text-sm">{t("calendar.to_place")}</h2>
        <IconButton label={t("close")} className="xl:hidden" onClick={onClose}><Sign name="close" /></IconButton>
      </header>
      <Tray
        {...{ tray, now, moves, at, linkOf, onPress }}
        held={pressed}
        conflicts={(order) => <Suspense><Conflicts {...{ known, order, at, linkOf, dayLink, onMove }} held={pressed} /></Suspense>}
        unserved={{
          ids: unserved.map(({ appointment }) => appointment.id),
          draw: (order) => <Suspense><LeftOutside {...{ unserved, order, moves, at, onMove }} linkOf={onItsDay} /></Suspense>,
        }}
        line={<Line line={line} deeds={lineDeeds} join={address.over("/line")} />}
      />
    </aside>
  );
}

/** Where the keyboard goes on when what it was on is settled. */
export const TO_PLACE = "to-place";
