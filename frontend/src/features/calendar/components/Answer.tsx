import { useState } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { actionFor } from "@/live/actions";
import { troubled } from "@/live/intents";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { Field, TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { Time } from "@/ui/moments";
import { Section } from "@/ui/Section";
import { Unfolded } from "@/ui/Unfolded";
import { answeredTo, keepAnswer, type Answered, type Way } from "../live/answers";
import { useFirstFree } from "../live/useFirstFree";
import { useFree } from "../live/useFree";
import type { Moves } from "../live/useMoves";
import { useWanted } from "../live/useWanted";
import { PlaceFields } from "./PlaceFields";
import { StartChoice } from "./StartChoice";
import { Trouble } from "./Trouble";
import { WishChoice } from "./WishChoice";

/** Where a request was dropped on the calendar. */
export type Preset = { start: number; bay?: string; technician?: string };

/** The desk's answer to a request: one of the times asked for, another time, or no, with the reason. One taken back begins as it was. */
export function Answer({ visit, document, today, moves, preset, onDone }: { visit: Slot; document: CalendarDocument; today: string; moves: Moves; preset: Preset | null; onDone: () => void }) {
  const t = useT();
  const me = useMe();
  const wished = visit.wished_times.map((wish) => Date.parse(wish));
  const [kept] = useState(() => (preset ? undefined : answeredTo(visit, me?.id ?? "")));
  const [way, setWay] = useState<Way>(kept?.way ?? (preset && !wished.includes(preset.start) ? "propose" : "accept"));
  const keep = (answer: Answered) => keepAnswer(visit, me?.id ?? "", answer);
  const may = (verb: Way) => actionFor(visit, me, verb) !== undefined;
  const trouble = moves.of(visit.id).find(troubled);
  const ways = (["accept", "propose", "reject"] as const).filter(may);
  return (
    <Section title={t("calendar.answer")} aside={visit.answer_by && <span className="num text-xs text-muted">{t("calendar.answer_by")} <Time at={visit.answer_by} show="day-time" /></span>}>
      {trouble && <Trouble visit={visit} intent={trouble} moves={moves} />}
      <div role="group" aria-label={t("calendar.answer")} className="flex flex-wrap gap-2">
        {ways.map((one) => <Button key={one} aria-pressed={way === one} className={cx(way === one && "border-accent! inset-ring inset-ring-accent")} onClick={() => setWay(one)}>{t(`calendar.way.${one}`)}</Button>)}
      </div>
      {way === "reject" ? (
        <Unfolded
          label={t("calendar.way.reject")}
          send={t("calendar.way.reject")}
          tone="danger"
          onClose={() => setWay("accept")}
          onSend={async ({ reason = "" }) => {
            keep({ way, reason });
            onDone();
            moves.reject(visit, reason.trim());
          }}
        >
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
          <Field label={t("calendar.why")} name="reason" maxLength={240} autoComplete="off" required autoFocus defaultValue={kept?.reason} hint={t("calendar.customer_reads")} />
        </Unfolded>
      ) : (
        <TimeAnswer key={way} way={way} {...{ visit, document, today, moves, preset, keep, onDone }} kept={kept?.way === way ? kept : undefined} />
      )}
    </Section>
  );
}

type TimeProps = { way: "accept" | "propose"; visit: Slot; document: CalendarDocument; today: string; moves: Moves; preset: Preset | null; kept: Answered | undefined; keep: (answer: Answered) => void; onDone: () => void };

function TimeAnswer({ way, visit, document, today, moves, preset, kept, keep, onDone }: TimeProps) {
  const t = useT();
  const accepting = way === "accept";
  const wanted = useWanted(visit, preset ?? kept?.target ?? (accepting ? {} : { start: null }));
  const { target } = wanted;
  const mark = `${document.seq}`;
  const { free } = useFree(wanted.asked, mark, !accepting);
  const wishes = visit.wished_times.map((wish) => Date.parse(wish));
  useFirstFree(wanted, free, Date.parse(visit.scheduled_start), wishes);
  const wished = target !== null && wishes.includes(target.start);
  // Where it was dropped on the calendar the server says why not.
  const open = target !== null && (target.start === preset?.start || free?.days.some((day) => day.slots.some((slot) => Date.parse(slot) === target.start)));
  const ready = target !== null && (accepting ? wished : open);
  return (
    <Form
      label={t(`calendar.way.${way}`)}
      lacks={ready ? undefined : { scheduled_start: [t("calendar.choose_start")] }}
      className="flex flex-col gap-3.5"
      onSend={async ({ message = "" }) => {
        if (!target) return;
        keep({ way, target, message });
        onDone();
        if (accepting) moves.accept(visit, target);
        else moves.propose(visit, target, message.trim());
      }}
    >
      {(busy) => (
        <>
          {accepting ? (
            <WishChoice visit={visit} wanted={wanted} mark={mark} kept={preset !== null || kept !== undefined} />
          ) : (
            <Field label={t("calendar.date")} name="date" type="date" required min={today} value={wanted.date} onChange={(event) => event.target.value && wanted.set({ date: event.target.value })} className="w-44!" />
          )}
          <PlaceFields wanted={wanted} document={document} />
          {!accepting && <StartChoice wanted={wanted} mark={mark} />}
          {!accepting && <TextField label={t("calendar.message")} name="message" rows={2} maxLength={500} optional defaultValue={kept?.message} hint={t("calendar.customer_reads")} />}
          <Button type="submit" tone="primary" busy={busy} disabled={!ready}>
            {target && ready ? <><span>{t(accepting ? "calendar.accept_at" : "calendar.propose_at")}</span> <Time at={target.start} show="day-time" /></> : t("calendar.choose_start")}
          </Button>
        </>
      )}
    </Form>
  );
}
