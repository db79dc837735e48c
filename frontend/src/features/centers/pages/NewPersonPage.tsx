import { useT } from "@/lib/i18n";
import { Link, useNavigate } from "@/lib/router";
import { Button } from "@/ui/Button";
import { Field, SelectField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { Sign } from "@/ui/icons";
import { employ, type AdministeredCenter, type NewHeld } from "../api/centers";
import { CentrePage } from "../components/CentrePage";
import { Panel } from "../components/Panel";
import { ProfileFields, profileOf } from "../components/ProfileFields";
import { ROLES } from "../components/Roles";
import { useSaved } from "../live/useSaved";

/** Taking somebody on. */
export function NewPersonPage() {
  return <CentrePage>{(center) => <New center={center} />}</CentrePage>;
}

function New({ center }: { center: AdministeredCenter }) {
  const t = useT();
  const go = useNavigate();
  const saved = useSaved(center.id);
  return (
    <>
      <Link to="/admin/centre/staff" className="inline-flex min-h-9 items-center gap-2 self-start font-semibold text-ink no-underline"><Sign name="back" /> {t("centers.part.staff")}</Link>
      <Panel title={t("centers.add_person")} text={t("centers.add_person_text")}>
        <Form
          label={t("centers.add_person")}
          className="flex flex-col gap-4"
          onSend={async (values) => {
            const made = await employ({
              ...profileOf(values),
              email: values["email"]?.trim() ?? "",
              phone: values["phone"]?.trim() ?? "",
              role: values["role"] as NewHeld["role"],
              service_center_id: center.id,
            });
            await saved(t("centers.person_added", { name: made.name }));
            void go(`/admin/centre/staff/${made.user_id}`, { replace: true });
          }}
        >
          {(busy) => (
            <>
              <div className="grid items-start gap-4 sm:grid-cols-3">
                {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the page is for this alone */}
                <Field label={t("centers.email")} name="email" type="email" required maxLength={254} autoComplete="off" autoFocus hint={t("centers.email_hint")} />
                <Field label={t("centers.phone")} name="phone" type="tel" optional autoComplete="off" />
                <SelectField label={t("centers.role")} name="role">
                  {ROLES.map((role) => <option key={role} value={role}>{t(`centers.role.${role}`)}</option>)}
                </SelectField>
              </div>
              <ProfileFields currency={center.currency} />
              <Button type="submit" tone="primary" busy={busy} className="self-start">{t("centers.add_person")}</Button>
            </>
          )}
        </Form>
      </Panel>
    </>
  );
}
