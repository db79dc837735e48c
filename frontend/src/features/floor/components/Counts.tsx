import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Time } from "@/ui/moments";
import type { Wall } from "../model/wall";

/** The bottom line: how the day stands, and who comes next. */
export function Counts({ wall }: { wall: Wall }) {
  const t = useT();
  return (
    <footer className="flex h-23 flex-none items-center gap-11 text-[2rem] text-muted">
      <Count of={wall.onSite} label={t("floor.on_site")} />
      <Count of={wall.working} label={t("floor.working")} />
      <Count of={wall.late} label={t("floor.late")} className={wall.late > 0 ? "text-blocked-text" : undefined} />
      <Count of={wall.waiting} label={t("floor.waiting")} className={wall.waiting > 0 ? "text-waiting-text" : undefined} />
      {wall.next && (
        <span className="ms-auto whitespace-nowrap">
          {t("floor.next_in")} <Time at={wall.next.scheduled_start} className="mx-2.5 text-[2.5rem] font-bold text-ink" />
          <span dir="ltr">{wall.next.vehicle.plate}</span>
        </span>
      )}
    </footer>
  );
}

function Count({ of, label, className }: { of: number; label: string; className?: string }) {
  return (
    <span className={cx("whitespace-nowrap", className)}>
      <b className={cx("num me-2.5 text-[2.5rem]", className ?? "text-ink")}>{of}</b>
      {label}
    </span>
  );
}
