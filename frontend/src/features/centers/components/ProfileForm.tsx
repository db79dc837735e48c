import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Form } from "@/ui/Form";
import { writePerson, type AdministeredCenter } from "../api/centers";
import { useSaved } from "../live/useSaved";
import type { Person } from "../model/people";
import { ProfileFields, profileOf } from "./ProfileFields";

/** What the centre knows of somebody who works there. */
export function ProfileForm({ center, person }: { center: AdministeredCenter; person: Person }) {
  const t = useT();
  const saved = useSaved(center.id);
  return (
    <Form
      label={t("centers.profile")}
      className="flex flex-col gap-4"
      onSend={async (values) => {
        await writePerson(person.first.id, profileOf(values));
        await saved();
      }}
    >
      {(busy) => (
        <>
          <ProfileFields held={person.first} currency={center.currency} />
          <Button type="submit" tone="primary" busy={busy} className="self-start">{t("centers.save")}</Button>
        </>
      )}
    </Form>
  );
}
