import { useId } from "react";
import { useT } from "@/lib/i18n";
import { Field, SelectField, TextField } from "@/ui/Field";
import type { ServiceSheet } from "../api/services";
import { useKnownWords, type KnownWords } from "../live/useKnownWords";
import { VEHICLE_KINDS } from "../model/services";
import type { AdministeredCenter } from "../api/centers";
import { Folded } from "./Folded";
import { Panel } from "./Panel";
import { PointRows } from "./PointRows";
import { StepRows } from "./StepRows";
import { Suggested } from "./Suggested";
import { Tick } from "./Tick";
import { Wrong } from "./Wrong";

const DAY_MINUTES = 1440;
const HIGHEST_PRICE = 1_000_000_000;
const KINDS: ServiceSheet["kind"][] = ["service", "diagnosis"];

type Parts = { service?: ServiceSheet | undefined; onChanged?: (() => void) | undefined };

/** All that is said of a service; what most never need is folded away. `onChanged` hears of what is not typed. */
export function ServiceFields({ center, service, onChanged }: Parts & { center: AdministeredCenter }) {
  const t = useT();
  const known = useKnownWords(center.id);
  return (
    <>
      <Seen currency={center.currency} categories={known.categories} service={service} />
      <Panel title={t("services.steps")} text={t("services.steps_text")}><StepRows steps={service?.steps ?? []} onRows={onChanged} /></Panel>
      <Takes known={known} service={service} onChanged={onChanged} />
      <PointRows points={service?.points ?? []} onRows={onChanged} />
    </>
  );
}

function Seen({ currency, categories, service }: Parts & { currency: string; categories: string[] }) {
  const t = useT();
  const list = useId();
  return (
    <Panel title={t("services.seen")} text={service && t("services.seen_text")}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("centers.name")} name="name" required maxLength={120} defaultValue={service?.name} autoComplete="off" />
        <Field label={t("services.price")} name="base_price" type="number" inputMode="decimal" step="0.01" min={0} max={HIGHEST_PRICE} required aside={<span className="text-sm text-muted">{currency}</span>} defaultValue={service?.base_price.amount} className="num" hint={t("services.price_hint")} />
        <Field label={t("services.category")} name="category" required maxLength={30} list={list} defaultValue={service?.category} autoComplete="off" hint={t("services.category_hint")} />
        <datalist id={list}>{categories.map((one) => <option key={one} value={one} />)}</datalist>
      </div>
      <div className="mt-2">
        <Folded plain title={t("services.more")} open={service !== undefined}>
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField label={t("services.description")} name="description" optional rows={2} maxLength={2000} defaultValue={service?.description} />
            <Field label={t("services.progress")} name="progress_text" optional maxLength={120} defaultValue={service?.progress_text} autoComplete="off" />
            <SelectField label={t("services.kind")} name="kind" defaultValue={service?.kind}>
              {KINDS.map((kind) => <option key={kind} value={kind}>{t(`services.kind.${kind}`)}</option>)}
            </SelectField>
          </div>
        </Folded>
      </div>
      {service && <div className="mt-2"><Tick name="is_active" label={t("services.is_active")} hint={t("services.is_active_hint")} checked={service.is_active} /></div>}
    </Panel>
  );
}

/** Skills, bay, tools and vehicles, and how long the bay is kept: unfolded where a service has any. */
function Takes({ known, service, onChanged }: Parts & { known: KnownWords }) {
  const t = useT();
  const list = useId();
  const asks = service !== undefined && (service.skills.length + service.tools.length + service.vehicle_kinds.length + service.buffer_before + service.buffer_after > 0 || service.bay_kind !== "" || service.wait_from !== null);
  const minutes = (name: "buffer_before" | "buffer_after" | "wait_from" | "wait_until", label: string, hint: string, max: number, min = 0) => (
    <Field label={label} name={name} type="number" inputMode="numeric" min={min} max={max} aside={<span className="text-sm text-muted">{t("centers.unit.minutes")}</span>} defaultValue={service?.[name] || ""} className="num" hint={hint} />
  );
  return (
    <Folded title={t("services.takes")} text={t("services.takes_text")} open={asks}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Suggested label={t("services.skills")} name="skills" hint={t("services.skills_hint")} value={service?.skills ?? []} known={known.skills} onAdded={onChanged} />
        <Suggested label={t("services.tools")} name="tools" hint={t("services.tools_hint")} value={service?.tools ?? []} known={known.tools} onAdded={onChanged} />
        <Field label={t("services.bay")} name="bay_kind" optional maxLength={20} list={list} defaultValue={service?.bay_kind} autoComplete="off" hint={t("services.bay_hint")} />
        <datalist id={list}>{known.bays.map((one) => <option key={one} value={one} />)}</datalist>
        <fieldset>
          <legend className="font-semibold">{t("services.vehicles")}</legend>
          <p className="text-sm text-muted">{t("services.vehicles_hint")}</p>
          <div className="flex flex-wrap gap-x-5">
            {VEHICLE_KINDS.map((kind) => <Tick key={kind} name={`vehicle_kinds.${kind}`} label={t(`services.vehicle.${kind}`)} checked={service?.vehicle_kinds.includes(kind) ?? false} />)}
          </div>
          <Wrong name="vehicle_kinds" />
        </fieldset>
        {minutes("buffer_before", t("services.before"), t("services.kept_hint"), DAY_MINUTES)}
        {minutes("buffer_after", t("services.after"), t("services.kept_hint"), DAY_MINUTES)}
        {minutes("wait_from", t("services.wait_from"), t("services.wait_hint"), DAY_MINUTES, 1)}
        {minutes("wait_until", t("services.wait_until"), t("services.wait_hint"), DAY_MINUTES, 1)}
      </div>
    </Folded>
  );
}
