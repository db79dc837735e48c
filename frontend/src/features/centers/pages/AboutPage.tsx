import { useQueryClient } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { Field } from "@/ui/Field";
import type { FormValues } from "@/ui/Form";
import { centerKey, writeCenter, type AdministeredCenter, type CenterChange } from "../api/centers";
import { CentrePage } from "../components/CentrePage";
import { Panel } from "../components/Panel";
import { SavedForm } from "../components/SavedForm";
import { Tick } from "../components/Tick";
import { Wrong } from "../components/Wrong";
import { useSaved } from "../live/useSaved";
import { listOf, textOf } from "@/lib/lists";

const TEXTS = ["name", "address", "city", "district", "postcode", "phone", "email", "time_zone", "currency"] as const;
const AREAS = [["city", "cities"], ["district", "districts"], ["postcode", "postcodes"]] as const;

/** Where the centre is, how to reach it and from where it takes work. */
export function AboutPage() {
  return <CentrePage>{(center) => <About key={center.id} center={center} />}</CentrePage>;
}

function About({ center }: { center: AdministeredCenter }) {
  const t = useT();
  const client = useQueryClient();
  const saved = useSaved(center.id);
  return (
    <SavedForm
      thing={center}
      label={t("centers.part.about")}
      bar
      onReload={() => client.invalidateQueries({ queryKey: centerKey(center.id, "whole") })}
      onSave={async (values, base) => {
        const now = await writeCenter(center.id, changeOf(values, base));
        await saved();
        return now;
      }}
    >
      {(base) => (
        <>
          <Panel title={t("centers.about")} text={t("centers.about_text")}>
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <Field label={t("centers.name")} name="name" required maxLength={120} defaultValue={base.name} />
              <Field label={t("centers.phone")} name="phone" type="tel" optional defaultValue={base.phone} />
              <Field label={t("centers.address")} name="address" required maxLength={240} defaultValue={base.address} />
              <Field label={t("centers.email")} name="email" type="email" optional maxLength={254} defaultValue={base.email} />
              <Field label={t("centers.city")} name="city" required maxLength={80} defaultValue={base.city} />
              <Field label={t("centers.district")} name="district" optional maxLength={80} defaultValue={base.district} />
              <Field label={t("centers.postcode")} name="postcode" required maxLength={16} defaultValue={base.postcode} />
              <div className="grid grid-cols-2 gap-4">
                <Field label={t("centers.latitude")} name="latitude" inputMode="decimal" optional defaultValue={base.latitude ?? ""} />
                <Field label={t("centers.longitude")} name="longitude" inputMode="decimal" optional defaultValue={base.longitude ?? ""} />
              </div>
              <Field label={t("centers.zone")} name="time_zone" required defaultValue={base.time_zone} hint={t("centers.zone_hint")} />
              <Field label={t("centers.currency")} name="currency" required maxLength={3} defaultValue={base.currency} hint={t("centers.currency_hint")} />
            </div>
            <p className="mt-3 text-sm text-muted">{t("centers.position_hint")}</p>
            <div className="mt-2"><Tick name="is_active" label={t("centers.is_active")} hint={t("centers.is_active_hint")} checked={base.is_active} /></div>
          </Panel>
          <Panel title={t("centers.areas")} text={t("centers.areas_text")}>
            <div className="flex flex-col gap-4">
              {AREAS.map(([kind, name]) => (
                <Field key={kind} label={t(`centers.${name}`)} name={name} optional defaultValue={textOf(base.service_areas.map((area) => area[kind]))} hint={t(`centers.${name}_hint`)} />
              ))}
              <Wrong name="service_areas" />
            </div>
          </Panel>
          {base.about && <Panel title={t("centers.said")}><p className="max-w-prose whitespace-pre-line">{base.about}</p></Panel>}
        </>
      )}
    </SavedForm>
  );
}

/** What is typed, as the change of what was seen; a position that nobody touched follows the address. */
function changeOf(values: FormValues, base: AdministeredCenter): CenterChange {
  const { latitude = "", longitude = "" } = values;
  const moved = latitude !== (base.latitude ?? "") || longitude !== (base.longitude ?? "");
  return {
    version: base.version,
    ...Object.fromEntries(TEXTS.map((name) => [name, values[name]?.trim()])),
    ...(moved ? { latitude: latitude.trim() || null, longitude: longitude.trim() || null } : {}),
    is_active: values["is_active"] === "yes",
    service_areas: AREAS.flatMap(([kind, name]) => listOf(values[name] ?? "").map((area) => ({ [kind]: area }))),
  };
}
