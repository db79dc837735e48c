import { useT } from "@/lib/i18n";
import { onMac, type Deed } from "./deeds";
import { Dialog } from "./Dialog";

/** "mod+k" as keycaps. */
export function Keys({ keys }: { keys: string }) {
  const names: Record<string, string> = { mod: onMac() ? "⌘" : "Ctrl", shift: "⇧", escape: "Esc", enter: "⏎" };
  return (
    <kbd className="flex shrink-0 gap-1 font-sans text-xs text-muted">
      {keys.split("+").map((key) => (
        <span key={key} className="min-w-5 rounded-[4px] border px-1 text-center leading-5">{names[key] ?? key.toUpperCase()}</span>
      ))}
    </kbd>
  );
}

/** `?`: the keys that work on this page. */
export function KeyList({ deeds, onClose }: { deeds: Deed[]; onClose: () => void }) {
  const t = useT();
  const keyed = deeds.filter((deed) => deed.keys);
  const groups = [...new Set(keyed.map((deed) => deed.group ?? t("keys.general")))];
  return (
    <Dialog title={t("keys.title")} onClose={onClose}>
      {groups.map((group) => (
        <section key={group} className="mb-4 last:mb-0">
          <h3 className="mb-1 text-xs font-semibold text-muted">{group}</h3>
          <ul>
            {keyed
              .filter((deed) => (deed.group ?? t("keys.general")) === group)
              .map((deed) => (
                <li key={deed.id} className="flex min-h-9 items-center justify-between gap-4 border-b last:border-0">
                  {deed.label}
                  <Keys keys={deed.keys!} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}
