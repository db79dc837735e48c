import { useT } from "@/lib/i18n";
import { cx } from "@/lib/cx";
import { IconButton } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { useFieldErrors } from "@/ui/Form";
import { Sign } from "@/ui/icons";
import { overnight, type WallSpan } from "../model/week";

/** From when to when, on the centre's clock; `about` says of what, for those who do not see where it stands. */
export function SpanFields({ span, about, onChange, onRemove }: { span: WallSpan; about: string; onChange: (span: WallSpan) => void; onRemove?: () => void }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center gap-1.5 max-sm:gap-1">
      {span.kind !== "open" && <span aria-hidden className="w-15 text-sm text-muted">{t(`centers.${span.kind}`)}</span>}
      <TimeField name={`from-${span.key}`} label={t("centers.from_of", { about })} value={span.from} onChange={(from) => onChange({ ...span, from })} />
      <span aria-hidden className="text-muted">–</span>
      <TimeField name={`to-${span.key}`} label={t("centers.to_of", { about })} value={span.to} onChange={(to) => onChange({ ...span, to })} />
      {onRemove && <IconButton label={t("centers.remove_span", { about, from: span.from, to: span.to })} onClick={onRemove}><Sign name="close" size={14} /></IconButton>}
      {overnight(span) && <span className="text-xs text-muted">{t("centers.next_day")}</span>}
    </div>
  );
}

function TimeField({ name, label, value, onChange }: { name: string; label: string; value: string; onChange: (value: string) => void }) {
  const wrong = useFieldErrors(name).length > 0;
  return <input type="time" required name={name} aria-label={label} aria-invalid={wrong || undefined} value={value} onChange={(event) => onChange(event.target.value)} className={cx(controlClass, "num min-h-9 w-26! px-2 text-sm max-sm:w-21! max-sm:px-1.5 [&::-webkit-calendar-picker-indicator]:hidden")} />;
}
