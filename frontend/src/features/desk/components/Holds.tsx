import type { JobDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { actionFor } from "@/live/actions";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { IntentNote } from "@/ui/IntentNote";
import { Time } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import { Tint } from "@/ui/tint";
import type { CardVerbs } from "../live/useCardVerbs";
import { Section } from "@/ui/Section";

/** What the card waits for, since when and why, and the press that says that it has come. */
export function Holds({ sheet: { holds, items }, verbs }: { sheet: JobDocument; verbs: CardVerbs }) {
  const t = useT();
  const me = useMe();
  const open = holds.filter((hold) => hold.released_at === null || verbs.ofHold(hold).length > 0).sort((a, b) => a.since.localeCompare(b.since));
  if (open.length === 0) return null;
  return (
    <Section title={t("desk.waiting")}>
      <ul className="flex flex-col gap-2.5">
        {open.map((hold) => {
          const release = actionFor(hold, me, "release");
          const item = items.find((one) => one.id === hold.item_id);
          return (
            <li key={hold.id}>
              <Tint by={hold.version} className="flex flex-col gap-1.5 rounded-sm">
                <div className="flex items-center gap-2">
                  <Pill state={hold.kind === "approval" || hold.kind === "customer" ? "waiting" : "blocked"}>{t(`desk.hold.${hold.kind}`)}</Pill>
                  <span className="num text-xs text-muted">{t("desk.since")} <Time at={hold.since} /></span>
                  {release && <Button className="ms-auto" onClick={() => verbs.release(hold)}>{t("desk.release")}</Button>}
                </div>
                {(hold.reason || item) && <p>{[item?.name, hold.reason].filter(Boolean).join(": ")}</p>}
                <IntentNote intents={verbs.ofHold(hold)} />
              </Tint>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
