import { useId } from "react";
import { cx } from "@/lib/cx";

/** One of a few, side by side, as radio buttons. */
export function Choice<T extends string>({ label, value, options, onChange, hideLabel }: {
  label: string;
  value: T;
  options: { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
  hideLabel?: boolean;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className={cx("mb-1.5 font-semibold", hideLabel && "sr-only")}>{label}</legend>
      <div className="flex rounded-sm border bg-surface p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className={cx(
              "relative flex min-h-9 flex-1 cursor-pointer items-center justify-center rounded-[5px] px-3 font-medium whitespace-nowrap",
              "has-focus-visible:outline-2 has-focus-visible:outline-accent",
              option.value === value ? "bg-raised font-semibold text-ink inset-ring inset-ring-line" : "text-muted",
            )}
          >
            <input
              type="radio"
              className="absolute inset-0 cursor-pointer opacity-0"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
