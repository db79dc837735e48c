import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button, IconButton } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { Sign } from "@/ui/icons";
import { centerKey, writeShifts, type Shift, type ShiftBody } from "../api/centers";
import { useSaved } from "../live/useSaved";
import { clock, spanOf, type WallSpan } from "../model/week";
import { SavedForm } from "./SavedForm";
import { SpanFields } from "./SpanFields";
import { WeekFields } from "./WeekFields";
import { Wrong } from "./Wrong";

const KINDS = ["work", "break"] as const;

/** The shifts in the order of a day; a break stands after the work that it interrupts. */
function spansOf(shifts: Shift[]): WallSpan[] {
  return [...shifts]
    .sort((a, b) => (a.date ?? "").localeCompare(b.date ?? "") || a.starts.localeCompare(b.starts) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
    .map(({ kind, weekday, date, starts, ends }) => ({ ...spanOf(kind, { weekday: weekday ?? 0 }, clock(starts), clock(ends)), weekday, date }));
}

type Kept = { version: number; shifts: Shift[]; spans: WallSpan[] };
const keptOf = (version: number, shifts: Shift[]): Kept => ({ version, shifts, spans: spansOf(shifts) });

/** When somebody works: every week, and on single dates instead. */
export function ShiftsForm({ center, person, shifts }: { center: string; person: string; shifts: Shift[] }) {
  const t = useT();
  const client = useQueryClient();
  const saved = useSaved(center);
  const [typed, setTyped] = useState<WallSpan[] | null>(null);
  // They have no number, and what is kept together is another one whenever others are read; the same ones keep their fields.
  const [kept, setKept] = useState(() => keptOf(1, shifts));
  if (JSON.stringify(kept.shifts) !== JSON.stringify(shifts)) setKept(keptOf(kept.version + 1, shifts));
  return (
    <SavedForm
      thing={kept}
      label={t("centers.shifts")}
      onReload={async () => {
        await client.invalidateQueries({ queryKey: centerKey(center, "shifts") });
        setTyped(null);
      }}
      onSave={async (_values, base) => {
        const all = await writeShifts(center, person, (typed ?? base.spans).map(bodyOf), base.shifts.map((one) => one.id));
        await saved();
        setTyped(null);
        return keptOf(base.version + 1, all.filter((one) => one.person_id === person));
      }}
      onDiscard={typed ? () => setTyped(null) : undefined}
    >
      {(base, touch) => (
        <Spans
          spans={typed ?? base.spans}
          onChange={(spans) => {
            touch();
            setTyped(spans);
          }}
        />
      )}
    </SavedForm>
  );
}

function Spans({ spans, onChange }: { spans: WallSpan[]; onChange: (spans: WallSpan[]) => void }) {
  const t = useT();
  const dated = spans.filter((one) => one.weekday === null);
  const change = (span: WallSpan, next: WallSpan | null) => onChange(spans.flatMap((one) => (one.key !== span.key ? [one] : next ? [next] : [])));
  return (
    <>
      {spans.length === 0 && <p className="font-semibold">{t("centers.while_open")}</p>}
      <WeekFields spans={spans} kinds={[...KINDS]} onChange={onChange} />
      <h3 className="mt-1 text-sm font-semibold">{t("centers.single_dates")}</h3>
      <p className="-mt-2 text-sm text-muted">{t("centers.single_dates_text")}</p>
      {dated.map((span) => (
        <div key={span.key} className="flex flex-wrap items-center gap-2">
          <input type="date" required name={`date-${span.key}`} aria-label={t("centers.date")} value={span.date ?? ""} onChange={(event) => change(span, { ...span, date: event.target.value })} className={`${controlClass} num min-h-9 w-38! px-2 text-sm`} />
          <select aria-label={t("centers.kind")} value={span.kind} onChange={(event) => change(span, { ...span, kind: event.target.value as WallSpan["kind"] })} className={`${controlClass} min-h-9 w-auto! px-2 text-sm`}>
            {KINDS.map((kind) => <option key={kind} value={kind}>{t(`centers.${kind}`)}</option>)}
          </select>
          <SpanFields span={{ ...span, kind: "open" }} about={span.date ?? ""} onChange={(next) => change(span, { ...next, kind: span.kind })} />
          <IconButton label={t("centers.remove_span", { about: span.date ?? "", from: span.from, to: span.to })} onClick={() => change(span, null)}><Sign name="close" size={14} /></IconButton>
        </div>
      ))}
      <Button className="self-start" onClick={() => onChange([...spans, { ...spanOf("work", { date: "" }, "09:00", "13:00") }])}>{t("centers.add_date")}</Button>
      <Wrong name="shifts" />
    </>
  );
}

function bodyOf({ kind, weekday, date, from, to }: WallSpan): ShiftBody {
  return { kind: kind === "break" ? "break" : "work", starts: from, ends: to, ...(weekday === null ? { date: date ?? "" } : { weekday }) };
}
