import { useT } from "@/lib/i18n";
import { Sign } from "@/ui/icons";
import { Time } from "@/ui/moments";

/** As many as the workshop is told. */
export const MOST_WISHES = 3;

/** Add or take back a time that would suit; beyond three the oldest gives way. */
export const toggled = (wished: string[], start: string): string[] =>
  wished.includes(start) ? wished.filter((one) => one !== start) : [...wished, start].slice(-MOST_WISHES);

/** The times that would suit, each taken back by a tap. */
export function WishList({ wished, onToggle }: { wished: string[]; onToggle: (start: string) => void }) {
  const t = useT();
  if (wished.length === 0) return <p className="text-sm text-muted">{t("plan.wish_none")}</p>;
  return (
    <ul aria-label={t("plan.wished")} className="flex flex-wrap gap-2">
      {[...wished].sort().map((start) => (
        <li key={start}>
          <button type="button" onClick={() => onToggle(start)} className="flex min-h-12 items-center gap-2 rounded-full bg-accent-soft px-4 font-semibold text-accent">
            <Time at={start} show="day-time" /> <Sign name="close" size={12} /> <span className="sr-only">{t("plan.wish_remove")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
