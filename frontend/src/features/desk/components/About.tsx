import type { Job } from "@/api/things";
import { hasBattery } from "@/lib/battery";
import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { ButtonAnchor } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { Section } from "@/ui/Section";
import { VisitLink } from "./VisitLink";

/** The customer: their words, their number, their link; and how the vehicle came. */
export function About({ job, number }: { job: Job; number: string }) {
  const t = useT();
  const locale = useLocale();
  const phone = job.customer.phone;
  const km = (mileage: number | null) => mileage !== null && t("vehicle.km", { km: new Intl.NumberFormat(locale).format(mileage) });
  const facts = [
    km(job.mileage_in),
    job.charge_in !== null && hasBattery(job.vehicle) && t("desk.charge", { percent: job.charge_in }),
  ].filter(Boolean);
  return (
    <Section title={t("desk.customer")}>
      <p className="flex items-baseline justify-between gap-3">
        {job.customer.id ? <Link to={`/desk/customers/${job.customer.id}`} className="font-semibold">{job.customer.name}</Link> : <span className="font-semibold">{job.customer.name}</span>}
        <span className="text-xs text-muted">{number}</span>
      </p>
      {job.concern && <p className="border-s-2 ps-2.5 text-pretty">{`“${job.concern}”`}</p>}
      <p className="num text-xs text-muted">
        {t("desk.received_at")} <Time at={job.received_at} show="day-time" />{facts.length > 0 && ` · ${facts.join(" · ")}`}
      </p>
      {job.delivered_at && (
        <p className="num text-xs text-muted">
          {t("desk.handed_over_at")} <Time at={job.delivered_at} show="day-time" />{job.mileage_out !== null && ` · ${km(job.mileage_out)}`}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        {phone && <ButtonAnchor href={`tel:${phone}`}><Sign name="phone" size={14} /><span dir="ltr" className="num">{phone}</span></ButtonAnchor>}
        <VisitLink appointment={job.appointment_id} />
      </div>
    </Section>
  );
}
