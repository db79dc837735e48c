import { useId, useRef, useState } from "react";
import type { Step } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Dialog } from "@/ui/Dialog";
import { controlClass } from "@/ui/Field";
import { PAUSES, type PauseKind } from "../api/bay";

/** Why the work stops: one press on the reason, with words when they help. "Other" cannot do without. */
export function BlockedDialog({ step, onClose, onSend }: { step: Step; onClose: () => void; onSend: (kind: PauseKind, reason: string) => void }) {
  const t = useT();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const choose = (kind: PauseKind) => {
    if (kind === "other" && !words.trim()) {
      setMissing(true);
      return field.current?.focus();
    }
    onSend(kind, words.trim());
    onClose();
  };
  return (
    <Dialog title={t("bay.blocked_title", { step: step.name })} onClose={onClose}>
      <div className="flex flex-col gap-5">
        <div className="flex flex-col gap-2">
          <label htmlFor={id} className="text-lg font-semibold">{t("bay.blocked_words")}</label>
          <input
            ref={field}
            id={id}
            autoComplete="off"
            maxLength={240}
            value={words}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? `${id}-missing` : undefined}
            onChange={(event) => { setWords(event.target.value); setMissing(false); }}
            className={`${controlClass} min-h-18 px-4 text-lg`}
          />
          <div className="min-h-6">{missing && <p id={`${id}-missing`} role="alert" className="font-semibold text-blocked-text">{t("bay.words_missing")}</p>}</div>
        </div>
        <div role="group" aria-label={t("bay.blocked_why")} className="grid grid-cols-2 gap-3">
          {PAUSES.map((kind) => (
            <button
              key={kind}
              type="button"
              onClick={() => choose(kind)}
              className={cx(
                "flex min-h-24 flex-col justify-center rounded-md border px-4 py-3 text-start active:bg-accent-soft",
                kind !== "break" && kind !== "other" && "border-control",
              )}
            >
              <span className="text-xl font-semibold">{t(`bay.pause.${kind}`)}</span>
              <span className="text-base text-muted">{t(`bay.pause_says.${kind}`)}</span>
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
