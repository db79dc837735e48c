import { useT } from "@/lib/i18n";
import { cx } from "@/lib/cx";
import mark from "@/ui/mark.svg";

export function Brand({ className }: { className?: string }) {
  const t = useT();
  return (
    <span className={cx("inline-flex items-center gap-2 text-base font-bold tracking-tight text-ink", className)}>
      <img src={mark} alt="" width={24} height={24} className="rounded-sm" />
      {t("app.name")}
    </span>
  );
}

/** First in the tab order: over the navigation, to the page itself. */
export function SkipLink() {
  const t = useT();
  return (
    <a href="#content" className="absolute start-2 -top-20 z-40 rounded-sm bg-accent px-4 py-3 font-semibold text-accent-ink focus:top-2">
      {t("skip_to_content")}
    </a>
  );
}
