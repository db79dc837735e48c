import { useQueryClient } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { centerKey, writePerson, type AdministeredCenter } from "../api/centers";
import { useSaved } from "../live/useSaved";
import type { Person } from "../model/people";
import { ProfileFields, profileOf } from "./ProfileFields";
import { SavedForm } from "./SavedForm";

/** What the centre knows of somebody who works there. */
export function ProfileForm({ center, person }: { center: AdministeredCenter; person: Person }) {
  const t = useT();
  const client = useQueryClient();
  const saved = useSaved(center.id);
  return (
    <SavedForm
      thing={person.first}
      label={t("centers.profile")}
      onReload={() => client.invalidateQueries({ queryKey: centerKey(center.id, "people") })}
      onSave={async (values, base) => {
        const now = await writePerson(base.id, { ...profileOf(values), version: base.version });
        await saved();
        return now;
      }}
    >
      {(base, touch) => <ProfileFields held={base} currency={center.currency} onRows={touch} />}
    </SavedForm>
  );
}
