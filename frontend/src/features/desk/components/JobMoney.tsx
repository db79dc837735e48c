import type { JobDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { Money as Amount } from "@/ui/moments";
import { Section } from "@/ui/Section";

/** What was agreed, and whether it is settled. */
export function Money({ sheet: { job } }: { sheet: JobDocument }) {
  const t = useT();
  return (
    <Section title={t("desk.money")} className="border-b-0">
      <p className="flex items-baseline justify-between gap-3 font-semibold">
        <span>{t("desk.agreed")}</span>
        <Amount of={job.total} className="text-base" />
      </p>
      <p className="text-xs text-muted">{job.settlement ? t("desk.settled", { how: job.settlement }) : t("desk.unpaid")}</p>
      {job.override_reason && <p className="text-pretty">{t("desk.unpaid_why", { why: job.override_reason })}</p>}
    </Section>
  );
}
