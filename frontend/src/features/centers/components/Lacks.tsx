import { useT } from "@/lib/i18n";
import { StateIcon } from "@/ui/icons";
import type { SoldService } from "../api/services";

/** What the centre lacks to do a service, which customers therefore never find free. */
export function Lacks({ lacks }: { lacks: SoldService["lacks"] }) {
  const t = useT();
  if (lacks.length === 0) return null;
  return (
    <p className="flex items-start gap-1.5 text-sm text-blocked-text">
      <StateIcon state="blocked" size={14} className="mt-0.75 shrink-0" />
      <span className="min-w-0"><b className="font-semibold">{t("services.never_free")}.</b> {lacks.map((one) => one.text).join(" ")}</span>
    </p>
  );
}
