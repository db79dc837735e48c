import { useId } from "react";
import { useT } from "@/lib/i18n";
import { controlClass } from "@/ui/Field";

export const PHRASES = ["fine", "worn", "corroded", "loose", "twice", "told"] as const;
export type Phrase = (typeof PHRASES)[number];

/** Words on a step: typed, or put together from phrases that need one press each. */
export function NoteText({ value, onChange, label, missing = false, phrases = PHRASES }: {
  value: string;
  onChange: (text: string) => void;
  label: string;
  missing?: boolean;
  phrases?: readonly Phrase[];
}) {
  const t = useT();
  const id = useId();
  const add = (phrase: string) => onChange(value.trim() ? `${value.trim()} ${phrase}` : phrase);
  return (
    <div className="flex flex-col gap-3">
      <label htmlFor={id} className="text-lg font-semibold">{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        value={value}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass} px-4 py-3 text-lg`}
      />
      {missing && <p id={`${id}-missing`} role="alert" className="font-semibold text-blocked-text">{t("bay.words_missing")}</p>}
      <div className="flex flex-wrap gap-2">
        {phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            onClick={() => add(t(`bay.phrase.${phrase}`))}
            className="min-h-14 rounded-full border border-control px-5 text-base font-semibold active:bg-accent-soft"
          >
            {t(`bay.phrase.${phrase}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
