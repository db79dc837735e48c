import { useState } from "react";
import type { Step } from "@/api/things";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT, type Translate } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { StateIcon } from "@/ui/icons";
import { press, typed, type Limits } from "../model/reading";
import type { Given } from "../live/useTaps";
import { NoteText } from "./NoteText";
import { NumberPad } from "./NumberPad";

/** "70 to 100 %", "at least 500 Ω/V", "at most 5 V". */
function limitsText(limits: Limits, locale: string, t: Translate): string {
  const { unit, min, max } = limits;
  const said = (value: number) => measureText(value, "", locale);
  if (min !== null && max !== null) return t("bay.limits.both", { min: said(min), max: said(max), unit });
  if (min !== null) return t("bay.limits.min", { min: said(min), unit });
  if (max !== null) return t("bay.limits.max", { max: said(max), unit });
  return unit;
}

/** A reading typed by pad or keyboard; `send` is what the button does with it. One beyond its limits wants a note. */
export function ReadingDialog({ step, send, onClose, onSend }: { step: Step; send: string; onClose: () => void; onSend: (given: Given) => void }) {
  const t = useT();
  const locale = useLocale();
  const asked = step.needs.reading!;
  const limits = limitsText(asked, locale, t);
  const [text, setText] = useState(step.reading === null ? "" : String(Number(step.reading)));
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const { value, side } = typed(text, asked);

  const change = (next: string) => {
    setText(next);
    setMissing(false);
  };
  const finish = () => {
    if (value === null) return setMissing(true);
    if (side && !note.trim() && !step.notes) {
      setMissing(explaining);
      return setExplaining(true);
    }
    onSend({ reading: value, ...(note.trim() ? { note: note.trim() } : {}) });
    onClose();
  };
  const again = () => {
    setText("");
    setExplaining(false);
    setMissing(false);
  };
  return (
    <Dialog title={asked.label || t("bay.reading")} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        {explaining && side ? (
          <>
            <p role="alert" className="flex items-start gap-3 rounded-md bg-blocked-soft px-4 py-3 text-lg font-semibold text-blocked-text">
              <StateIcon state="blocked" size={22} className="mt-0.75 shrink-0" />
              {t(`bay.reading_is.${side}`, { reading: measureText(value!, asked.unit, locale), limits })}
            </p>
            <NoteText value={note} onChange={setNote} label={t("bay.reading_note")} missing={missing} phrases={["twice", "corroded", "told"]} />
            <Button wide onClick={again}>{t("bay.reading_again")}</Button>
          </>
        ) : (
          <>
            <label className="flex flex-col gap-2">
              <span className={cx("text-lg", missing ? "font-semibold text-blocked-text" : "text-muted")} role={missing ? "alert" : undefined}>
                {missing ? t("bay.reading_missing", { unit: asked.unit }) : t("bay.reading_limits", { limits })}
              </span>
              <span className={cx("flex min-h-20 items-baseline gap-3 rounded-md border-2 px-5 py-3", missing ? "border-blocked" : "border-control focus-within:border-accent")}>
                <input
                  // The pad below is larger than the device's own.
                  inputMode="none"
                  autoComplete="off"
                  // eslint-disable-next-line jsx-a11y/no-autofocus -- opened by a press that meant this
                  autoFocus
                  data-autofocus
                  aria-invalid={missing || undefined}
                  className="num w-full min-w-0 bg-transparent text-4xl font-bold outline-none"
                  value={text}
                  onChange={(event) => change(event.target.value)}
                />
                <span className="text-2xl whitespace-nowrap text-muted">{asked.unit}</span>
              </span>
            </label>
            <NumberPad sign={(asked.min ?? 0) < 0} onPress={(key) => change(press(text, key))} />
          </>
        )}
        <Button type="submit" tone="primary" wide size="main">{send}</Button>
      </form>
    </Dialog>
  );
}
