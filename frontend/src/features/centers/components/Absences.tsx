import { useState } from "react";
import { addDays, dayStart, momentIn } from "@/lib/days";
import { useLocale, useT } from "@/lib/i18n";
import { clockTime, dayOf, useZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { Field, SelectField } from "@/ui/Field";
import { momentText } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { Unfolded } from "@/ui/Unfolded";
import { addAbsence, removeAbsence, type Absence, type AdministeredCenter } from "../api/centers";
import { useDeed } from "../live/useDeed";
import { useSaved } from "../live/useSaved";
import { Panel } from "./Panel";
import { useDays } from "./words";

const KINDS = ["leave", "sick", "training", "other"] as const;

/** When somebody is away, wherever they work. */
export function Absences({ center, person, absences }: { center: AdministeredCenter; person: string; absences: Absence[] }) {
  const t = useT();
  const saved = useSaved(center.id);
  const [adding, setAdding] = useState(false);
  const [first, setFirst] = useState("");
  const zone = center.time_zone;
  return (
    <Panel title={t("centers.absences")} text={t("centers.absences_text")} aside={!adding && <Button onClick={() => setAdding(true)}>{t("centers.add_absence")}</Button>}>
      {adding && (
        <Unfolded
          label={t("centers.add_absence")}
          send={t("centers.save")}
          onClose={() => setAdding(false)}
          onSend={async ({ kind, starts_at = "", from = "", ends_at = "", to = "", note = "" }) => {
            const last = ends_at || starts_at;
            await addAbsence(center.id, {
              person_id: person,
              kind: kind as (typeof KINDS)[number],
              starts_at: from ? momentIn(zone, starts_at, from) : new Date(dayStart(zone, starts_at)).toISOString(),
              ends_at: to ? momentIn(zone, last, to) : new Date(dayStart(zone, addDays(last, 1))).toISOString(),
              note: note.trim(),
            });
            await saved(t("centers.absence_saved"));
          }}
        >
          <div className="grid items-start gap-3 sm:grid-cols-4">
            {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
            <Field label={t("centers.first_day")} name="starts_at" type="date" required autoFocus value={first} onChange={(event) => setFirst(event.target.value)} />
            <Field label={t("centers.from_time")} name="from" type="time" optional />
            <Field label={t("centers.last_day")} name="ends_at" type="date" optional min={first} />
            <Field label={t("centers.to_time")} name="to" type="time" optional />
          </div>
          <div className="grid items-start gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <SelectField label={t("centers.kind")} name="kind">
              {KINDS.map((kind) => <option key={kind} value={kind}>{t(`centers.absence.${kind}`)}</option>)}
            </SelectField>
            <Field label={t("centers.note")} name="note" optional maxLength={240} autoComplete="off" />
          </div>
        </Unfolded>
      )}
      <ul className="mt-2 first:mt-0">
        {absences.map((one) => <Row key={one.id} center={center.id} one={one} />)}
      </ul>
      {absences.length === 0 && !adding && <p className="text-muted">{t("centers.no_absences")}</p>}
    </Panel>
  );
}

function Row({ center, one }: { center: string; one: Absence }) {
  const t = useT();
  const saved = useSaved(center);
  const { busy, problem, run } = useDeed();
  const when = useWhen()(one);
  const { person_id, kind, starts_at, ends_at, note } = one;
  const remove = async () => {
    await removeAbsence(one.id);
    await saved(t("centers.absence_gone"), () => addAbsence(center, { person_id, kind, starts_at, ends_at, note }));
  };
  return (
    <li className="border-t py-1.5 first:border-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
        <span className="num min-w-44 font-semibold">{when}</span>
        <span className="min-w-0 flex-1">{t(`centers.absence.${kind}`)}{note && <span className="text-muted"> · {note}</span>}</span>
        <Button tone="quiet" busy={busy} onClick={() => void run(remove)}>{t("centers.remove")} <span className="sr-only">{when}</span></Button>
      </div>
      {problem && <ProblemNote problem={problem} fields />}
    </li>
  );
}

/** Whole days as days, everything else to the minute. */
function useWhen(): (absence: Absence) => string {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const days = useDays();
  const midnight = (at: string) => clockTime(at, zone, "en") === "00:00";
  return ({ starts_at, ends_at }) =>
    midnight(starts_at) && midnight(ends_at)
      ? days(dayOf(starts_at, zone), addDays(dayOf(ends_at, zone), -1))
      : t("time.window", { from: momentText(starts_at, "day-time", zone, locale), to: momentText(ends_at, "day-time", zone, locale) });
}
