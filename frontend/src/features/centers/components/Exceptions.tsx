import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Field } from "@/ui/Field";
import { ProblemNote } from "@/ui/ProblemNote";
import { Unfolded } from "@/ui/Unfolded";
import { addException, clearException, type HoursException } from "../api/centers";
import { useDeed } from "../live/useDeed";
import { useSaved } from "../live/useSaved";
import { exceptionsOf, runsOf, spanOf, type ExceptionRun, type TypedDays } from "../model/week";
import { Panel } from "./Panel";
import { SpanFields } from "./SpanFields";
import { spansText, useDays } from "./words";
import { Wrong } from "./Wrong";

const HERE = { weekday: 0 };

/** So many of the days being typed are looked at; fewer are shown. */
const MOST_DAYS = 366;

/** Holidays and days with other hours: those to come, and one more; `onTyped` hears it as it is typed, and nothing once it is not. */
export function Exceptions({ center, exceptions, onTyped }: { center: string; exceptions: HoursException[]; onTyped: (days: HoursException[]) => void }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const runs = runsOf(exceptions);
  return (
    <Panel title={t("centers.exceptions")} text={t("centers.exceptions_text")} aside={!adding && <Button onClick={() => setAdding(true)}>{t("centers.add_exception")}</Button>}>
      {adding && (
        <Adding
          center={center}
          onTyped={(days) => onTyped(exceptionsOf(days, MOST_DAYS))}
          onClose={() => {
            setAdding(false);
            onTyped([]);
          }}
        />
      )}
      {runs.length > 0 && (
        <ul className="mt-2 first:mt-0">
          {runs.map((run) => <Row key={run.first} center={center} run={run} />)}
        </ul>
      )}
      {runs.length === 0 && !adding && <p className="text-muted">{t("centers.no_exceptions")}</p>}
    </Panel>
  );
}

function Adding({ center, onTyped, onClose }: { center: string; onTyped: (days: TypedDays) => void; onClose: () => void }) {
  const t = useT();
  const saved = useSaved(center);
  const days = useDays();
  const [typed, setTyped] = useState<TypedDays>(() => ({ first: "", last: "", open: false, spans: [spanOf("open", HERE, "10:00", "14:00")], reason: "" }));
  const { first, last, open, spans, reason } = typed;
  const type = (change: Partial<TypedDays>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    onTyped(next);
  };
  return (
    <Unfolded
      label={t("centers.add_exception")}
      send={t("centers.save")}
      onClose={onClose}
      onSend={async () => {
        const until = last || first;
        await addException(center, { first, last: until, reason: reason.trim(), spans: !open ? [] : spans.map(({ from, to }) => ({ opens: from, closes: to })) });
        await saved(t("centers.exception_saved", { days: days(first, until) }));
      }}
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
        <Field label={t("centers.first_day")} name="first" type="date" required autoFocus value={first} onChange={(event) => type({ first: event.target.value })} />
        <Field label={t("centers.last_day")} name="last" type="date" optional min={first} value={last} onChange={(event) => type({ last: event.target.value })} />
      </div>
      <Choice label={t("centers.that_day")} value={open ? "open" : "closed"} onChange={(day) => type({ open: day === "open" })} options={[{ value: "closed", label: t("centers.closed") }, { value: "open", label: t("centers.other_hours") }]} />
      {open && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
          {spans.map((span) => (
            <SpanFields
              key={span.key}
              span={span}
              about={t("centers.other_hours")}
              onChange={(next) => type({ spans: spans.map((one) => (one.key === span.key ? next : one)) })}
              {...(spans.length > 1 ? { onRemove: () => type({ spans: spans.filter((one) => one.key !== span.key) }) } : {})}
            />
          ))}
          <Button tone="quiet" onClick={() => type({ spans: [...spans, spanOf("open", HERE, "16:00", "18:00")] })}>{t("centers.add.open")}</Button>
        </div>
      )}
      <Wrong name="spans" />
      <Field label={t("centers.reason")} name="reason" optional maxLength={120} autoComplete="off" value={reason} onChange={(event) => type({ reason: event.target.value })} hint={t("centers.reason_hint")} />
    </Unfolded>
  );
}

function Row({ center, run }: { center: string; run: ExceptionRun }) {
  const t = useT();
  const days = useDays();
  const saved = useSaved(center);
  const { busy, problem, run: press } = useDeed();
  const { first, last, reason } = run;
  const name = days(first, last);
  const spans = run.spans.map(({ from, to }) => ({ opens: from, closes: to }));
  const remove = async () => {
    for (const day of run.days) await clearException(center, day);
    await saved(t("centers.exception_gone", { days: name }), () => addException(center, { first, last, reason, spans }));
  };
  return (
    <li className="border-t py-1.5 first:border-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
        <span className="num min-w-28 font-semibold">{name}</span>
        <span className="num min-w-0 flex-1">{spansText(run.spans, t)}{reason && <span className="text-muted"> · {reason}</span>}</span>
        <Button tone="quiet" busy={busy} onClick={() => void press(remove)}>{t("centers.remove")} <span className="sr-only">{name}</span></Button>
      </div>
      {problem && <ProblemNote problem={problem} fields />}
    </li>
  );
}
