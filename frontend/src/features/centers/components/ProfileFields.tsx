import { useState } from "react";
import { useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { Button, IconButton } from "@/ui/Button";
import { Field } from "@/ui/Field";
import type { FormValues } from "@/ui/Form";
import { Sign } from "@/ui/icons";
import type { Held } from "../api/centers";
import { listOf, textOf } from "@/lib/lists";
import { standingOf } from "../model/people";
import { StandingPill } from "./StandingPill";
import { Tick } from "./Tick";
import { Wrong } from "./Wrong";

const MINUTE_MS = 60_000;
type Certification = Held["certifications"][number];
type Kept = { key: number; was: Certification | null };

/** What is known of somebody: name, flags, skills, cost and certificates; `onRows` hears of one more or less of these. */
export function ProfileFields({ held, currency, onRows }: { held?: Held; currency: string; onRows?: () => void }) {
  const t = useT();
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t("centers.person_name")} name="name" required maxLength={120} defaultValue={held?.name} autoComplete="off" />
        <Field label={t("centers.hourly_cost")} name="hourly_cost" type="number" inputMode="decimal" step="0.01" min={0} aside={<span className="text-sm text-muted">{currency}</span>} defaultValue={held?.hourly_cost ?? ""} hint={t("centers.hourly_cost_hint")} />
      </div>
      <Field label={t("centers.skills")} name="skills" optional defaultValue={textOf(held?.skills ?? [])} hint={t("centers.skills_hint")} autoComplete="off" />
      <div className="flex flex-wrap gap-x-8">
        <Tick name="lead" label={t("centers.lead")} hint={t("centers.lead_hint")} checked={held?.lead ?? false} />
        <Tick name="driver" label={t("centers.driver")} hint={t("centers.driver_hint")} checked={held?.driver ?? false} />
      </div>
      <CertificateRows certifications={held?.certifications ?? []} onRows={onRows} />
    </>
  );
}

function CertificateRows({ certifications, onRows }: { certifications: Certification[]; onRows?: () => void }) {
  const t = useT();
  const today = dayOf(useClock(MINUTE_MS), useZone());
  const [rows, setRows] = useState<Kept[]>(() => certifications.map((was, key) => ({ key, was })));
  const put = (next: Kept[]) => {
    setRows(next);
    onRows?.();
  };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold">{t("centers.certificates")}</legend>
      <p className="text-sm text-muted">{t("centers.certificates_hint")}</p>
      {rows.map(({ key, was }) => (
        <div key={key} className="grid items-end gap-2 rounded-sm border p-2.5 sm:grid-cols-[1.4fr_1fr_1fr_1fr_auto]">
          <Field label={t("centers.certificate")} name={`certificate.${key}.name`} required maxLength={120} defaultValue={was?.name} autoComplete="off" />
          <Field label={t("centers.number")} name={`certificate.${key}.number`} required maxLength={60} defaultValue={was?.number} autoComplete="off" />
          <Field label={t("centers.skill")} name={`certificate.${key}.skill`} required maxLength={30} defaultValue={was?.skill} autoComplete="off" />
          <Field label={t("centers.expires_on")} aside={was && standingOf(was.expires_on, today) !== "valid" && <StandingPill standing={standingOf(was.expires_on, today)} />} name={`certificate.${key}.expires_on`} type="date" required defaultValue={was?.expires_on} />
          <IconButton label={t("centers.remove_certificate", { name: was?.name ?? "" })} onClick={() => put(rows.filter((one) => one.key !== key))}><Sign name="close" size={14} /></IconButton>
        </div>
      ))}
      <Wrong name="certifications" />
      <Button className="self-start" onClick={() => put([...rows, { key: Math.max(-1, ...rows.map((one) => one.key)) + 1, was: null }])}>{t("centers.add_certificate")}</Button>
    </fieldset>
  );
}

/** The profile that the fields say. */
export function profileOf(values: FormValues) {
  const keys = Object.keys(values).flatMap((name) => /^certificate\.(\d+)\.name$/.exec(name)?.[1] ?? []);
  const said = (key: string, part: keyof Certification) => values[`certificate.${key}.${part}`]?.trim() ?? "";
  return {
    name: values["name"]?.trim() ?? "",
    hourly_cost: values["hourly_cost"] || null,
    skills: listOf(values["skills"] ?? ""),
    lead: values["lead"] === "yes",
    driver: values["driver"] === "yes",
    certifications: keys.map((key) => ({ name: said(key, "name"), number: said(key, "number"), skill: said(key, "skill"), expires_on: said(key, "expires_on") })),
  };
}
