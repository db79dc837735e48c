import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field, TextField } from "@/ui/Field";
import { durationText } from "@/ui/moments";
import type { Step } from "../api/services";
import { useRows } from "../live/useRows";
import { Folded } from "./Folded";
import { RowButtons } from "./RowButtons";
import { Tick } from "./Tick";
import { Wrong } from "./Wrong";

const DAY_MINUTES = 1440;

/** The steps in their order: a name and minutes each, and the rest of a step in a part that unfolds. */
export function StepRows({ steps, onRows }: { steps: Step[]; onRows?: (() => void) | undefined }) {
  const t = useT();
  const held = useRows<Step>(steps.length > 0 ? steps : [null], onRows);
  const { rows } = held;
  const [minutes, setMinutes] = useState<Record<number, string>>(() => Object.fromEntries(steps.map((one, key) => [key, String(one.estimate)])));
  const sum = rows.reduce((whole, { key }) => whole + (Number(minutes[key]) || 0), 0);
  return (
    <div className="flex flex-col gap-3">
      {rows.map(({ key, was }, place) => {
        const name = `steps.${place}`;
        const about = t("services.step", { number: place + 1 });
        return (
          <fieldset key={key} className="border-t pt-3 first:border-0 first:pt-0">
            <legend className="sr-only">{about}</legend>
            <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-3 sm:grid-cols-[minmax(0,1fr)_7rem_auto]">
              <div className="max-sm:col-span-2">
                <Field label={rows.length > 1 ? about : t("services.step_name")} name={`${name}.name`} required={rows.length > 1} maxLength={120} defaultValue={was?.name} autoComplete="off" hint={rows.length === 1 && !was && t("services.step_unnamed")} />
              </div>
              <Field label={t("services.minutes")} name={`${name}.estimate`} type="number" inputMode="numeric" min={1} max={DAY_MINUTES} required value={minutes[key] ?? ""} onChange={(event) => setMinutes({ ...minutes, [key]: event.target.value })} className="num" />
              <span className="pt-6.5"><RowButtons held={held} rowKey={key} about={about} spare={rows.length > 1} /></span>
            </div>
            <StepDetails name={name} number={place + 1} was={was} />
          </fieldset>
        );
      })}
      <Wrong name="steps" />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button onClick={held.add}>{t("services.add_step")}</Button>
        {sum > 0 && <p className="num text-muted" aria-live="polite">{t("services.together", { time: durationText(sum, t) })}</p>}
      </div>
    </div>
  );
}

function StepDetails({ name, number, was }: { name: string; number: number; was: Step | null }) {
  const t = useT();
  const own = (part: string) => `${name}.${part}`;
  const asks = was ? [was.safety && t("services.safety"), was.needs_photo && t("services.photo"), was.needs_second_person && t("services.second"), was.reading_label || was.reading_unit].filter(Boolean).join(", ") : "";
  return (
    <Folded plain title={<span className="min-w-0">{t("services.details", { number })}{asks && <span className="font-normal text-muted"> · {asks}</span>}</span>} open={false}>
      <div className="grid items-start gap-4 rounded-sm bg-surface p-3 sm:grid-cols-2">
        <Field label={t("services.outside_name")} name={own("outside_name")} optional maxLength={160} defaultValue={was?.outside_name} autoComplete="off" />
        <TextField label={t("services.instructions")} name={own("instructions")} optional rows={2} maxLength={2000} defaultValue={was?.instructions} />
        <div className="flex flex-wrap gap-x-6 sm:col-span-2">
          <Tick name={own("mandatory")} label={t("services.mandatory")} checked={was?.mandatory ?? true} />
          <Tick name={own("safety")} label={t("services.safety")} hint={t("services.safety_hint")} checked={was?.safety ?? false} />
          <Tick name={own("needs_photo")} label={t("services.photo")} checked={was?.needs_photo ?? false} />
          <Tick name={own("needs_second_person")} label={t("services.second")} checked={was?.needs_second_person ?? false} />
        </div>
        <div className="empty:hidden sm:col-span-2"><Wrong name={own("mandatory")} /></div>
        <Field label={t("services.reading")} name={own("reading_label")} optional maxLength={80} defaultValue={was?.reading_label} autoComplete="off" hint={t("services.reading_hint")} />
        <Field label={t("services.unit")} name={own("reading_unit")} optional maxLength={20} defaultValue={was?.reading_unit} autoComplete="off" hint={t("services.unit_hint")} />
        <Field label={t("services.low")} name={own("reading_min")} type="number" inputMode="decimal" step="any" optional defaultValue={was?.reading_min ?? ""} className="num" />
        <Field label={t("services.high")} name={own("reading_max")} type="number" inputMode="decimal" step="any" optional defaultValue={was?.reading_max ?? ""} className="num" />
      </div>
    </Folded>
  );
}
