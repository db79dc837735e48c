import type { Step } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useMe } from "@/live/me";
import type { Taps } from "../live/useTaps";
import { nextAfter } from "../model/sheet";
import { BlockedDialog } from "./BlockedDialog";
import { ReadingDialog } from "./ReadingDialog";
import type { Asking } from "./StepCard";
import { WordsDialog } from "./WordsDialog";

/** The dialog of a step that is open. */
export function StepDialog({ asking, ordered, step, taps, onClose }: { asking: Asking; ordered: Step[]; step: Step; taps: Taps; onClose: () => void }) {
  const t = useT();
  const me = useMe();
  const next = nextAfter(ordered, step, me);
  switch (asking) {
    case "finish":
      return (
        <ReadingDialog
          step={step}
          send={next ? t("bay.done_next", { step: next.name }) : t("bay.done")}
          onClose={onClose}
          onSend={(given) => taps.complete(step, { ...given, next })}
        />
      );
    case "reading":
      return <ReadingDialog step={step} send={t("bay.reading_save")} onClose={onClose} onSend={(given) => taps.note(step, given)} />;
    case "note":
      return <WordsDialog title={t("bay.note")} label={step.name} send={t("bay.note_save")} onClose={onClose} onSend={(note) => taps.note(step, { note })} />;
    case "blocked":
      return <BlockedDialog step={step} onClose={onClose} onSend={(kind, reason) => taps.pause(step, kind, reason)} />;
    case "skip":
      return <WordsDialog title={t("bay.skip")} label={t("bay.skip_why", { step: step.name })} send={t("bay.skip_send")} phrases={["fine", "told"]} onClose={onClose} onSend={(reason) => taps.skip(step, reason)} />;
    case "rework":
      return <WordsDialog title={t("bay.rework_step")} label={t("bay.rework_why", { step: step.name })} send={t("bay.rework_step")} phrases={["loose"]} danger onClose={onClose} onSend={(reason) => taps.rework(step, reason)} />;
  }
}
