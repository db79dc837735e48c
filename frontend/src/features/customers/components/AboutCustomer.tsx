import type { ReactNode } from "react";
import type { CustomerFile } from "@/api/documents";
import { useLocale, useT } from "@/lib/i18n";
import { useZone } from "@/lib/zone";
import { ButtonAnchor } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { momentText } from "@/ui/moments";
import { Section } from "@/ui/Section";
import { Tint } from "@/ui/tint";
import type { Parted } from "../model/visits";

/** Who it is, how they are reached, how often they came, what they prefer, and what is noted. */
export function AboutCustomer({ file, visits }: { file: CustomerFile; visits: Parted }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const { customer, languages } = file;
  const language = languages.find((one) => one.code === customer.preferred_language)?.name;
  const done = visits.past.filter((one) => one.status === "fulfilled").length;
  return (
    <Tint by={customer.version} className="overflow-hidden rounded-md border bg-raised">
      <Section title={t("customers.card")}>
        <div className="flex flex-wrap gap-2">
          {customer.phone && <ButtonAnchor href={`tel:${customer.phone}`}><Sign name="phone" size={14} /><span dir="ltr" className="num">{customer.phone}</span></ButtonAnchor>}
          {customer.email && <ButtonAnchor href={`mailto:${customer.email}`} className="min-w-0"><span className="truncate">{customer.email}</span></ButtonAnchor>}
        </div>
        {customer.address && <p className="text-pretty whitespace-pre-line">{customer.address}</p>}
        <p className="text-xs text-muted">{t("customers.since", { day: momentText(customer.created_at, "day", zone, locale) })}</p>
        <dl className="mt-1 grid grid-cols-3 gap-2 border-t pt-3">
          <Count of={visits.toCome.length} name={t("customers.count.to_come")} />
          <Count of={done} name={t("customers.count.past")} />
          <Count of={visits.noShows} name={t("customers.count.no_shows")} />
        </dl>
      </Section>
      <Section title={t("customers.prefers")}>
        <Fact name={t("customers.channel")}>{t(`customers.channel.${customer.preferred_channel}`)}</Fact>
        <Fact name={t("customers.language")}>{language ?? t("customers.any")}</Fact>
        <Fact name={t("customers.technician")}>{customer.preferred_technician?.name ?? t("customers.any")}</Fact>
        <Fact name={t("customers.center")}>{customer.preferred_service_center?.name ?? t("customers.any")}</Fact>
      </Section>
      <Section title={t("customers.notes")} className="border-b-0">
        {customer.notes ? <p className="text-pretty whitespace-pre-line">{customer.notes}</p> : <p className="text-muted">{t("customers.no_notes")}</p>}
      </Section>
    </Tint>
  );
}

function Count({ of, name }: { of: number; name: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="num text-xl font-semibold">{of}</dd>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <p className="flex items-baseline justify-between gap-3"><span className="text-muted">{name}</span><span className="text-end font-medium">{children}</span></p>;
}
