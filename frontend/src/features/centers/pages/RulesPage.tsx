import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { Field, SelectField } from "@/ui/Field";
import { centerKey, readRules, writeRules, type Rules } from "../api/centers";
import { CentrePage } from "../components/CentrePage";
import { Loaded } from "../components/Loaded";
import { Panel } from "../components/Panel";
import { SavedForm } from "../components/SavedForm";
import { Tick } from "../components/Tick";
import { useSaved } from "../live/useSaved";

const STEPS = [5, 10, 15, 20, 30, 60] as const;
const MONTH = 43_200;
const DAY = 1_440;
type Named = "lead_time" | "horizon_days" | "load_limit" | "request_expires_after" | "proposal_expires_after" | "cancel_cutoff" | "no_show_grace" | "offer_hold" | "collection_window";
type Limits = { name: Named; unit: "minutes" | "days" | "percent"; min: number; max: number };
const SLOTS: Limits[] = [
  { name: "lead_time", unit: "minutes", min: 0, max: MONTH },
  { name: "horizon_days", unit: "days", min: 1, max: 366 },
  { name: "load_limit", unit: "percent", min: 1, max: 100 },
];
const WAITS: Limits[] = [
  { name: "request_expires_after", unit: "minutes", min: 15, max: MONTH },
  { name: "proposal_expires_after", unit: "minutes", min: 15, max: MONTH },
  { name: "offer_hold", unit: "minutes", min: 5, max: DAY },
];
const CHANGES: Limits[] = [
  { name: "cancel_cutoff", unit: "minutes", min: 0, max: MONTH },
  { name: "no_show_grace", unit: "minutes", min: 0, max: DAY },
];
const COLLECTION: Limits = { name: "collection_window", unit: "minutes", min: 15, max: 480 };

/** How the centre lets itself be booked. */
export function RulesPage() {
  return <CentrePage>{(center) => <RulesForm key={center.id} center={center.id} />}</CentrePage>;
}

function RulesForm({ center }: { center: string }) {
  const t = useT();
  const client = useQueryClient();
  const saved = useSaved(center);
  const key = centerKey(center, "rules");
  const query = useQuery({ queryKey: key, queryFn: () => readRules(center) });
  const field = (rules: Rules, { name, unit, min, max }: Limits) => (
    <Field key={name} label={t(`centers.rule.${name}`)} hint={t(`centers.rule_text.${name}`)} aside={<span className="text-sm text-muted">{t(`centers.unit.${unit}`)}</span>} name={name} type="number" inputMode="numeric" required min={min} max={max} defaultValue={rules[name]} className="num" />
  );
  return (
    <Loaded query={query}>
      {(rules) => (
        <SavedForm
          thing={rules}
          label={t("centers.part.rules")}
          bar
          onReload={() => client.invalidateQueries({ queryKey: key })}
          onSave={async (values, base) => {
            const numbers = [...SLOTS, ...WAITS, ...CHANGES, COLLECTION].map(({ name }) => [name, Number(values[name])]);
            const now = await writeRules(center, {
              version: base.version,
              ...(Object.fromEntries(numbers) as Record<Named, number>),
              slot_step: Number(values["slot_step"]) as (typeof STEPS)[number],
              late_cancel_fee: values["late_cancel_fee"] ?? "0",
              offers_collection: values["offers_collection"] === "yes",
            });
            await saved();
            return now;
          }}
        >
          {(base) => (
            <>
              <Panel title={t("centers.rules.slots")} text={t("centers.rules.slots_text")}>
                <div className="grid items-start gap-4 sm:grid-cols-2">
                  <SelectField label={t("centers.rule.slot_step")} hint={t("centers.rule_text.slot_step")} aside={<span className="text-sm text-muted">{t("centers.unit.minutes")}</span>} name="slot_step" defaultValue={base.slot_step} className="num">
                    {STEPS.map((step) => <option key={step}>{step}</option>)}
                  </SelectField>
                  {SLOTS.map((limits) => field(base, limits))}
                </div>
              </Panel>
              <Panel title={t("centers.rules.waits")} text={t("centers.rules.waits_text")}>
                <div className="grid items-start gap-4 sm:grid-cols-2">{WAITS.map((limits) => field(base, limits))}</div>
              </Panel>
              <Panel title={t("centers.rules.changes")} text={t("centers.rules.changes_text")}>
                <div className="grid items-start gap-4 sm:grid-cols-2">
                  {field(base, CHANGES[0]!)}
                  <Field label={t("centers.rule.late_cancel_fee")} hint={t("centers.rule_text.late_cancel_fee")} aside={<span className="text-sm text-muted">{base.late_cancel_fee.currency}</span>} name="late_cancel_fee" type="number" inputMode="decimal" step="0.01" min={0} required defaultValue={base.late_cancel_fee.amount} className="num" />
                  {field(base, CHANGES[1]!)}
                </div>
              </Panel>
              <Panel title={t("centers.rules.collection")}>
                <Tick name="offers_collection" label={t("centers.rule.offers_collection")} hint={t("centers.rule_text.offers_collection")} checked={base.offers_collection} />
                <div className="mt-3 grid items-start gap-4 sm:grid-cols-2">{field(base, COLLECTION)}</div>
              </Panel>
            </>
          )}
        </SavedForm>
      )}
    </Loaded>
  );
}
