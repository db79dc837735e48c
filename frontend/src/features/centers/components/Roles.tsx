import { useT } from "@/lib/i18n";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { SelectField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { ProblemNote } from "@/ui/ProblemNote";
import { employ, endRole, type Held } from "../api/centers";
import { useDeed } from "../live/useDeed";
import { useSaved } from "../live/useSaved";
import type { Person } from "../model/people";
import { Panel } from "./Panel";

export const ROLES = ["technician", "staff", "admin"] as const;
type Role = (typeof ROLES)[number];

/** The roles that somebody holds here; the last one that ends takes them off the list. */
export function Roles({ center, person }: { center: string; person: Person }) {
  const t = useT();
  const saved = useSaved(center);
  const open = ROLES.filter((role) => !person.roles.some((one) => one.role === role));
  return (
    <Panel title={t("centers.roles")} text={t("centers.roles_text")}>
      <ul className="mb-3">{person.roles.map((held) => <Row key={held.id} center={center} held={held} />)}</ul>
      {open.length > 0 && (
        <Form
          key={open.join()}
          label={t("centers.add_role")}
          className="flex flex-wrap items-end gap-2"
          onSend={async ({ role }) => {
            await employ({ email: person.first.email, role: role as Role, service_center_id: center });
            await saved();
          }}
        >
          {(busy) => (
            <>
              <SelectField label={t("centers.another_role")} name="role" defaultValue={open[0]}>
                {open.map((role) => <option key={role} value={role}>{t(`centers.role.${role}`)}</option>)}
              </SelectField>
              <Button type="submit" busy={busy}>{t("centers.add_role")}</Button>
            </>
          )}
        </Form>
      )}
    </Panel>
  );
}

function Row({ center, held }: { center: string; held: Held }) {
  const t = useT();
  const me = useMe();
  const saved = useSaved(center);
  const { busy, problem, run } = useDeed();
  const role = t(`centers.role.${held.role}`);
  /** Whoever ended their own administration could not take it back. */
  const own = held.role === "admin" && held.user_id === me?.id;
  const end = async () => {
    await endRole(held.id);
    await saved(t("centers.role_ended", { role }), () => employ({ email: held.email, role: held.role, service_center_id: center }));
  };
  return (
    <li className="border-t py-1.5 first:border-0">
      <div className="flex min-h-9 items-center gap-4">
        <span className="min-w-0 flex-1 font-semibold">{role}</span>
        {own ? <span className="text-muted">{t("centers.own_role")}</span> : <Button tone="danger" busy={busy} onClick={() => void run(end)}>{t("centers.end_role")} <span className="sr-only">{role}</span></Button>}
      </div>
      {problem && <ProblemNote problem={problem} fields />}
    </li>
  );
}
