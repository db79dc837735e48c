import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { addedTo, onWorkdays, WEEKDAYS, type Kind, type WallSpan } from "../model/week";
import { useWeekday } from "./words";
import { SpanFields } from "./SpanFields";

/** A week of spans, Monday first: as many a day as there are, and none on a day off. */
export function WeekFields({ spans, kinds, onChange }: { spans: WallSpan[]; kinds: Kind[]; onChange: (spans: WallSpan[]) => void }) {
  const t = useT();
  const weekday = useWeekday();
  return (
    <ul className="rounded-sm border">
      {WEEKDAYS.map((day) => {
        const own = spans.filter((one) => one.weekday === day);
        const name = weekday(day);
        return (
          <li key={day} className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-start gap-x-2 gap-y-1 border-t px-3 py-1.5 first:border-0 max-sm:grid-cols-1">
            <span className="flex min-h-9 items-center font-semibold">{name}</span>
            <div className="flex flex-wrap items-start gap-x-4 gap-y-1.5">
              {own.length === 0 && <span className="flex min-h-9 items-center text-muted">{t(kinds.includes("open") ? "centers.closed" : spans.length === 0 ? "centers.as_open" : "centers.off")}</span>}
              {own.map((span) => (
                <SpanFields
                  key={span.key}
                  span={span}
                  about={span.kind === "break" ? t("centers.break_of", { day: name }) : name}
                  onChange={(next) => onChange(spans.map((one) => (one.key === span.key ? next : one)))}
                  onRemove={() => onChange(spans.filter((one) => one.key !== span.key))}
                />
              ))}
              <span className="ms-auto flex gap-1">
                {kinds.map((kind) => (
                  <Button key={kind} tone="quiet" className="px-2!" onClick={() => onChange(addedTo(spans, kind, day))}>
                    <Sign name="plus" size={12} /> {t(`centers.add.${kind}`)} <span className="sr-only">{name}</span>
                  </Button>
                ))}
                {day === 0 && own.length > 0 && <Button tone="quiet" className="px-2!" onClick={() => onChange(onWorkdays(spans, day))}>{t("centers.on_workdays")}</Button>}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
