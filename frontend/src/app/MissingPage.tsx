import { useT } from "@/lib/i18n";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";

export function MissingPage() {
  const t = useT();
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState page kind="no-results" title={t("page.missing.title")} action={<ButtonLink tone="primary" to="/">{t("page.home")}</ButtonLink>}>
        {t("page.missing.text")}
      </EmptyState>
    </main>
  );
}
