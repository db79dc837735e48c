import type { JobDocument } from "@/api/documents";
import type { Item, Job, Technician } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { sections } from "@/lib/sheet";
import { controlClass } from "@/ui/Field";
import { IntentNote } from "@/ui/IntentNote";
import { Money } from "@/ui/moments";
import { Tint } from "@/ui/tint";
import type { CardVerbs } from "../live/useCardVerbs";
import { Section } from "@/ui/Section";
import { StepRow } from "./StepRow";

/** The work: each item with its technician and its steps. `technicians` is null when nobody is assigned any more. */
export function Items({ sheet, technicians, verbs }: { sheet: JobDocument; technicians: Technician[] | null; verbs: CardVerbs }) {
  const t = useT();
  return (
    <Section title={t("desk.work")}>
      <div className="flex flex-col gap-4">
        {sections(sheet.items, sheet.steps).map(({ item, steps }) => (
          <div key={item.id} className="flex flex-col gap-1.5">
            <Tint by={item.version} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm">
              <h4 className="min-w-0 flex-1 font-semibold">{item.name}</h4>
              {technicians ? (
                <Assigned item={item} job={sheet.job} technicians={technicians} verbs={verbs} />
              ) : (
                <span className="text-muted">{item.technician?.name ?? t("desk.nobody")}</span>
              )}
              <Money of={item.price} className="min-w-16 text-end" />
            </Tint>
            <IntentNote intents={verbs.ofItem(item)} />
            <ol>
              {steps.map((step) => <StepRow key={step.id} step={step} item={item} technicians={technicians} />)}
            </ol>
          </div>
        ))}
      </div>
    </Section>
  );
}

function Assigned({ item, job, technicians, verbs }: { item: Item; job: Job; technicians: Technician[]; verbs: CardVerbs }) {
  const t = useT();
  return (
    <select
      aria-label={t("desk.assign", { item: item.name })}
      value={item.technician?.id ?? ""}
      onChange={(event) => verbs.assign(job, item, technicians.find((one) => one.id === event.target.value) ?? null)}
      className={cx(controlClass, "min-h-8 w-auto! max-w-36 px-2 text-xs")}
    >
      <option value="">{t("desk.anyone")}</option>
      {technicians.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
      {item.technician && !technicians.some((one) => one.id === item.technician!.id) && <option value={item.technician.id}>{item.technician.name}</option>}
    </select>
  );
}
