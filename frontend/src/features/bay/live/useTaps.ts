/** What a technician does to the steps of a card: shown at once, sent in order, also without network. */
import { useEffect, useMemo, useRef } from "react";
import type { JobDocument } from "@/api/documents";
import type { Step } from "@/api/things";
import { useT, type MessageId, type Values } from "@/lib/i18n";
import { workshopNow } from "@/live/clock";
import { inverse, type Intent } from "@/live/intents";
import type { FrameData } from "@/live/reducer";
import { useCenterId, useMe } from "@/live/me";
import { useCommand } from "@/live/useCommand";
import { jobKey, queueKey, STEPS, type PauseKind } from "../api/bay";
import { withCard } from "../model/card";
import * as guesses from "../model/guesses";

export type Given = { reading?: number; note?: string };
export type Taps = {
  start: (step: Step) => void;
  resume: (step: Step) => void;
  complete: (step: Step, given: Given & { next?: Step }) => void;
  pause: (step: Step, kind: PauseKind, reason: string) => void;
  note: (step: Step, given: Given) => void;
  verify: (step: Step) => void;
  skip: (step: Step, reason: string) => void;
  rework: (step: Step, reason: string) => void;
  undo: (step: Step) => void;
  /** What the last tap on a step did. */
  said: (step: Step) => string;
  of: (thing: string) => Intent[];
};

/** The taps on a card as it is shown. */
export function useTaps(sheet: JobDocument): Taps {
  const t = useT();
  const person = useMe();
  const [meId, named] = [person?.id ?? "", person?.name ?? ""];
  const center = useCenterId();
  const commands = useCommand(jobKey(sheet.job.id));
  const shown = useRef(sheet);
  useEffect(() => {
    shown.current = sheet;
  });
  /** Per step, the last tap on it: what it did in words, and what it changed as that was before. */
  const lately = useRef(new Map<string, { say: string; before: FrameData }>());
  return useMemo(() => {
    const me = { id: meId, name: named };
    const tap = (step: Step, verb: string, say: MessageId, patch: FrameData, body: Record<string, unknown> = {}, values?: Values) => {
      const words = t(say, { step: step.name, ...values });
      const guess = withCard(shown.current, patch);
      lately.current.set(step.id, { say: words, before: inverse(shown.current, guess) });
      commands.run({ to: STEPS, id: step.id, verb, version: step.version, body, patch: guess, also: queueKey(center), say: words, quiet: true, queue: true });
    };
    return {
      of: commands.of,
      said: (step) => lately.current.get(step.id)?.say ?? step.name,
      start: (step) => tap(step, "start", "bay.say.start", guesses.started(step, me, workshopNow())),
      resume: (step) => tap(step, "resume", "bay.say.resume", guesses.started(step, me, workshopNow())),
      complete: (step, { next, ...given }) =>
        tap(step, "complete", "bay.say.complete", guesses.completed(step, me, workshopNow(), { ...given, next }), {
          ...given,
          start_next: next !== undefined,
        }),
      pause: (step, kind, reason) =>
        tap(step, "pause", "bay.say.pause", guesses.paused(step, me, workshopNow(), reason || kind), { kind, reason }, { why: t(`bay.pause.${kind}`) }),
      note: (step, given) =>
        tap(step, "note", given.reading === undefined ? "bay.say.note" : "bay.say.reading", guesses.noted(step, given), given),
      verify: (step) => tap(step, "verify", "bay.say.verify", guesses.verified(step, workshopNow())),
      skip: (step, reason) => tap(step, "skip", "bay.say.skip", guesses.skipped(step, reason), { reason }),
      rework: (step, reason) => tap(step, "rework", "bay.say.rework", guesses.reworked(step), { reason }),
      undo: (step) =>
        commands.run({
          to: STEPS, id: step.id, verb: "undo", version: step.version, patch: lately.current.get(step.id)?.before, also: queueKey(center), quiet: true,
          say: t("bay.say.undo", { step: step.name }),
        }),
    };
  }, [center, commands, meId, named, t]);
}
