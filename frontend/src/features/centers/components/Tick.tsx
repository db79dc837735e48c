import type { ReactNode } from "react";

/** A box to tick, with what it means. */
export function Tick({ name, label, hint, checked, onChange, disabled }: { name: string; label: string; hint?: ReactNode; checked: boolean; onChange?: (checked: boolean) => void; disabled?: boolean }) {
  return (
    <label className="flex min-h-9 items-start gap-2.5 py-1.5">
      <input
        type="checkbox"
        name={name}
        value="yes"
        disabled={disabled}
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
        {...(onChange ? { checked, onChange: (event) => onChange(event.target.checked) } : { defaultChecked: checked })}
      />
      <span>
        <span className="font-semibold">{label}</span>
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
