import { useId } from "react";
import type { Item, Step } from "@/api/things";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { isFinished, sections } from "@/lib/sheet";
import { useDensity, type Density } from "./density";
import { useFieldErrors } from "./Form";

const rows: Record<Density, string> = {
  desk: "min-h-9 gap-2.5 px-2.5 py-1 text-sm",
  phone: "min-h-12 gap-3 px-3 py-1.5 text-base",
  bay: "min-h-18 gap-4 px-4 py-2 text-lg",
  main: "min-h-24 gap-4 px-5 py-3 text-xl",
};
const ticks: Record<Density, string> = { desk: "size-4", phone: "size-5", bay: "size-6", main: "size-7" };

/** The finished steps of a card to tick, in a form: those that are done again. `required`: at least one. */
export function StepChoice({ items, steps, chosen, onChange, required }: {
  items: Item[];
  steps: Step[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
  required: boolean;
}) {
  const t = useT();
  const locale = useLocale();
  const size = useDensity();
  const id = useId();
  const errors = useFieldErrors("step_ids");
  const parts = sections(items, steps.filter(isFinished)).filter((part) => part.steps.length > 0);
  const missing = required && chosen.length === 0 ? t("field.steps") : "";
  const first = parts[0]?.steps[0]?.id;
  return (
    <div className="flex flex-col gap-3">
      {errors.length > 0 && <p id={id} role="alert" className="font-semibold text-blocked-text">{errors.join(" ")}</p>}
      {parts.map(({ item, steps: own }) => (
        <fieldset key={item.id}>
          <legend className="mb-1.5 font-semibold text-muted">{item.name}</legend>
          <div className="divide-y rounded-md border bg-raised">
            {own.map((step) => (
              <label key={step.id} className={cx("flex cursor-pointer items-center", rows[size], chosen.includes(step.id) && "bg-accent-soft")}>
                <input
                  ref={(box) => box?.setCustomValidity(step.id === first ? missing : "")}
                  type="checkbox"
                  name="step_ids"
                  value={step.id}
                  aria-describedby={errors.length > 0 ? id : undefined}
                  className={cx("shrink-0 accent-accent", ticks[size])}
                  checked={chosen.includes(step.id)}
                  onChange={() => onChange(chosen.includes(step.id) ? chosen.filter((one) => one !== step.id) : [...chosen, step.id])}
                />
                <span className="min-w-0 flex-1 font-semibold">{step.name}</span>
                {step.reading !== null && step.needs.reading && <b className="num">{measureText(step.reading, step.needs.reading.unit, locale)}</b>}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
