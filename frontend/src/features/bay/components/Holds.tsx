import type { JobHold } from "@/api/things";
import { useT } from "@/lib/i18n";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";

/** What a card waits for, each with its reason and since when. */
export function Holds({ holds }: { holds: JobHold[] }) {
  const t = useT();
  return holds.map((hold) => (
    <p key={hold.kind + hold.since} className="flex items-start gap-2 text-base font-semibold text-blocked-text">
      <StateIcon state="blocked" size={18} className="mt-0.75 shrink-0" />
      <span className="min-w-0">
        {t(`bay.hold.${hold.kind}`)} <span className="whitespace-nowrap">{t("bay.since")} <Time at={hold.since} /></span>
        {hold.reason && <span className="font-medium">{`: ${hold.reason}`}</span>}
      </span>
    </p>
  ));
}
