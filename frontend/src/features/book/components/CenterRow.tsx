import { addressOf } from "@/lib/address";
import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Sign, StateIcon } from "@/ui/icons";
import { Duration, Money } from "@/ui/moments";
import type { Found } from "../api/centers";

const MOST = 3;

/** One centre of the list: its name, where it is and how far, and what it does of what was asked for. */
export function CenterRow({ center }: { center: Found }) {
  const t = useT();
  const locale = useLocale();
  const far = center.distance_km;
  return (
    <Link to={`/book/${center.id}`} className="flex min-h-18 items-center gap-3 px-4 py-3 text-ink no-underline hover:bg-surface">
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className="text-lg leading-snug font-semibold">{center.name}</span>
          {far !== null && (
            <span className="num text-sm whitespace-nowrap text-muted">
              {t("book.km", { km: new Intl.NumberFormat(locale, { maximumFractionDigits: far < 10 ? 1 : 0 }).format(far) })}
            </span>
          )}
        </span>
        <span className="block text-sm text-muted">{addressOf(center)}</span>
        {center.services.slice(0, MOST).map((one) => (
          <span key={one.id} className="mt-1 flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
            <span>{one.name}</span>
            <span className="num text-muted"><Money of={one.base_price} /> · <Duration minutes={one.estimated_duration} /></span>
          </span>
        ))}
        {center.services.length === 0 && center.categories.length > 0 && <span className="block text-sm text-muted first-letter:uppercase">{center.categories.join(", ")}</span>}
        {center.serves && <span className="mt-1 flex items-center gap-1.5 text-sm font-semibold text-done-text"><StateIcon state="done" size={13} /> {t("book.serves")}</span>}
      </span>
      <Sign name="onward" className="shrink-0 text-muted" />
    </Link>
  );
}
