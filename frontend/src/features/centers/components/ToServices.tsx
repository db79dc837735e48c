import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Sign } from "@/ui/icons";

/** Back to the list of what is sold. */
export function ToServices() {
  const t = useT();
  return <Link to="/admin/centre/services" className="inline-flex min-h-9 items-center gap-2 self-start font-semibold text-ink no-underline"><Sign name="back" /> {t("centers.part.services")}</Link>;
}
