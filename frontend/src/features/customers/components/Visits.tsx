import type { Appointment } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Sign } from "@/ui/icons";
import { Money, Time } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { Section } from "@/ui/Section";
import { Tint } from "@/ui/tint";
import { addressOf, stateOf } from "../model/visits";

/** The customer's visits, each leading to where the desk has it. */
export function Visits({ title, visits }: { title: string; visits: Appointment[] }) {
  const t = useT();
  return (
    <div className="overflow-hidden rounded-md border bg-raised">
      <Section title={title} aside={<span className="num text-xs text-muted">{visits.length}</span>} className="border-b-0">
        {visits.length === 0 && <p className="text-muted">{t("customers.no_visits")}</p>}
        <ul className="-mx-4.5 divide-y">
          {visits.map((one) => <li key={one.id}><Tint by={one.version}><Visit visit={one} /></Tint></li>)}
        </ul>
      </Section>
    </div>
  );
}

function Visit({ visit }: { visit: Appointment }) {
  const t = useT();
  const to = addressOf(visit);
  const row = (
    <>
      <Time at={visit.scheduled_start} show="day-time" className="w-32 shrink-0 font-medium" />
      <span className="min-w-0 flex-1 basis-40">
        <span className="block truncate font-semibold">{visit.services.map((one) => one.name).join(", ")}</span>
        <span className="num block truncate text-xs text-muted">{[visit.number, visit.technician?.name, visit.ended_reason].filter(Boolean).join(" · ")}</span>
      </span>
      {visit.vehicle.plate && <Plate size="xs">{visit.vehicle.plate}</Plate>}
      <Pill state={stateOf(visit.status)}>{t(`customers.status.${visit.status}`)}</Pill>
      <Money of={visit.total_amount} className="min-w-16 text-end" />
    </>
  );
  const look = "flex flex-wrap items-center gap-x-3 gap-y-1 px-4.5 py-2.5";
  return to ? <Link to={to} className={`${look} text-ink no-underline hover:bg-surface`}>{row}<Sign name="onward" size={14} className="text-muted" /></Link> : <div className={`${look} pe-11`}>{row}</div>;
}
