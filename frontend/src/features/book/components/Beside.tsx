import { useLocale, useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { aboutText } from "@/ui/moments";
import { spanText } from "@/ui/span";
import type { Availability } from "../api/book";
import { draft, write } from "../live/draft";
import { Chip } from "./Chip";
import { Terms } from "./Terms";

/** What belongs to choosing a time: the wait for who comes now beside how far ahead one books, a loaner car, and the rule for changing one's mind. */
export function Beside({ found }: { found: Availability }) {
  const t = useT();
  const locale = useLocale();
  const { loaner, lane } = useStore(draft);
  return (
    <div className="flex flex-col gap-3">
      {found.walk_in_wait !== null && (
        <p className="text-pretty">
          {found.walk_in_wait > 0 ? t("plan.walk_in", { time: aboutText(found.walk_in_wait, t) }) : t("plan.walk_in_now")}
          {found.lead_time > 0 && ` ${t("plan.lead_time", { time: spanText(found.lead_time, locale, t) })}`}
        </p>
      )}
      {found.loaners && lane === "services" && (
        <Chip type="checkbox" className="self-start" checked={loaner} onChange={() => write({ loaner: !loaner })}>{t("plan.loaner")}</Chip>
      )}
      <Terms cutoff={found.cancel_cutoff} fee={found.late_cancel_fee} />
    </div>
  );
}
