import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button, IconButton } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { Sign } from "@/ui/icons";
import { writeShifts, type Shift, type ShiftBody } from "../api/centers";
import { useSaved } from "../live/useSaved";
import { clock, spanOf, type WallSpan } from "../model/week";
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

/** When somebody works: every week, and on single dates instead. */
export function ShiftsForm({ center, person, shifts }: { center: string; person: string; shifts: Shift[] }) {
  const t = useT();
  const saved = useSaved(center);
  const [typed, setTyped] = useState<WallSpan[] | null>(null);
  const [kept, setKept] = useState({ shifts, spans: spansOf(shifts) });
  // The spans keep their fields while the same shifts are read again.
  if (JSON.stringify(kept.shifts) !== JSON.stringify(shifts)) setKept({ shifts, spans: spansOf(shifts) });
  const spans = typed ?? kept.spans;
  const dated = spans.filter((one) => one.weekday === null);
  const change = (span: WallSpan, next: WallSpan | null) => setTyped(spans.flatMap((one) => (one.key !== span.key ? [one] : next ? [next] : [])));
  return (
    <Form
      label={t("centers.shifts")}
      className="flex flex-col gap-3"
      onSend={async () => {
        await writeShifts(center, person, spans.map(bodyOf));
        await saved();
        setTyped(null);
      }}
    >
      {(busy) => (
        <>
          {spans.length === 0 && <p className="font-semibold">{t("centers.while_open")}</p>}
          <WeekFields spans={spans} kinds={[...KINDS]} onChange={setTyped} />
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
          <Button className="self-start" onClick={() => setTyped([...spans, { ...spanOf("work", { date: "" }, "09:00", "13:00") }])}>{t("centers.add_date")}</Button>
          <Wrong name="shifts" />
          <div className="flex gap-2">
            <Button type="submit" tone="primary" busy={busy}>{t("centers.save")}</Button>
            {typed && <Button tone="quiet" onClick={() => setTyped(null)}>{t("discard")}</Button>}
          </div>
        </>
      )}
    </Form>
  );
}

function bodyOf({ kind, weekday, date, from, to }: WallSpan): ShiftBody {
  return { kind: kind === "break" ? "break" : "work", starts: from, ends: to, ...(weekday === null ? { date: date ?? "" } : { weekday }) };
}
