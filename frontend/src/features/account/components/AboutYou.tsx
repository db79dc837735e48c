import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field, SelectField, TextField } from "@/ui/Field";
import { Form, type FormValues } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { readCenters, writeProfile, type Profile } from "../api/account";
import { Section } from "./Section";

/** A member of a workshop has the name the workshop knows them by; everybody else writes their own. */
export function AboutYou({ profile }: { profile: Profile }) {
  const t = useT();
  const cache = useQueryClient();
  const keptByWorkshop = profile.first_name === "" && profile.name !== "";
  async function save({ date_of_birth, preferred_service_center_id, ...texts }: FormValues) {
    const dated = keptByWorkshop ? {} : { date_of_birth: date_of_birth || null, preferred_service_center_id: preferred_service_center_id || null };
    cache.setQueryData(["profile"], await writeProfile({ ...texts, ...dated }));
    toast(t("saved"));
  }
  return (
    <Section title={t("profile.you")}>
      <Form label={t("profile.you")} className="flex flex-col gap-5" onSend={save}>
        {(busy) => (
          <>
            {keptByWorkshop ? <Kept profile={profile} /> : <Own profile={profile} />}
            <Field label={t("sign_in.email")} name="shown_email" type="email" disabled value={profile.email} hint={t("profile.email_hint")} />
            <Button type="submit" tone="primary" busy={busy} className="self-start">{t("profile.save")}</Button>
          </>
        )}
      </Form>
    </Section>
  );
}

function Kept({ profile }: { profile: Profile }) {
  const t = useT();
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label={t("profile.name")} name="shown_name" disabled value={profile.name} hint={t("profile.name_hint")} />
      <Field label={t("register.phone")} name="phone" type="tel" autoComplete="tel" optional defaultValue={profile.phone} />
    </div>
  );
}

function Own({ profile }: { profile: Profile }) {
  const t = useT();
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("register.first_name")} name="first_name" autoComplete="given-name" required defaultValue={profile.first_name} />
        <Field label={t("register.last_name")} name="last_name" autoComplete="family-name" optional defaultValue={profile.last_name} />
        <Field label={t("register.phone")} name="phone" type="tel" autoComplete="tel" optional defaultValue={profile.phone} />
        <Field label={t("profile.date_of_birth")} name="date_of_birth" type="date" autoComplete="bday" optional defaultValue={profile.date_of_birth ?? ""} />
      </div>
      <TextField label={t("profile.address")} name="address" autoComplete="street-address" optional defaultValue={profile.address} />
      <PreferredCenter chosen={profile.preferred_service_center_id} />
    </>
  );
}

/** The workshop to book at first; as long as the list is not here the choice stays what it was. */
function PreferredCenter({ chosen }: { chosen: string | null }) {
  const t = useT();
  const { data } = useQuery({ queryKey: ["centers"], queryFn: readCenters });
  if (!data) return <input type="hidden" name="preferred_service_center_id" value={chosen ?? ""} />;
  return (
    <SelectField label={t("profile.center")} name="preferred_service_center_id" optional defaultValue={chosen ?? ""}>
      <option value="">{t("profile.no_center")}</option>
      {data.map((center) => <option key={center.id} value={center.id}>{center.name}</option>)}
    </SelectField>
  );
}
