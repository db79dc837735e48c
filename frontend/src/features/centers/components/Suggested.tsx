import { useState } from "react";
import { listOf, textOf } from "@/lib/lists";
import { useT } from "@/lib/i18n";
import { Field } from "@/ui/Field";
import { Sign } from "@/ui/icons";

/** A list by commas, and below it the words that are known here, so that nobody mistypes one. */
export function Suggested({ label, name, hint, value, known, onAdded }: { label: string; name: string; hint: string; value: readonly string[]; known: string[]; onAdded?: (() => void) | undefined }) {
  const t = useT();
  const [text, setText] = useState(() => textOf(value));
  const words = listOf(text);
  const add = (word: string) => {
    setText(textOf([...words, word]));
    onAdded?.();
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} name={name} hint={hint} optional autoComplete="off" value={text} onChange={(event) => setText(event.target.value)} />
      <div className="flex flex-wrap gap-1.5 empty:hidden">
        {known.filter((word) => !words.includes(word)).map((word) => (
          <button key={word} type="button" aria-label={t("centers.suggested", { what: word })} onClick={() => add(word)} className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-full border bg-raised px-2.5 text-sm text-muted hover:border-control hover:text-ink">
            <Sign name="plus" size={10} /> <span className="truncate">{word}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
