import type { Center } from "@/api/things";
import { useT } from "@/lib/i18n";
import { ButtonAnchor, type ButtonTone } from "@/ui/Button";
import { Sign } from "@/ui/icons";

/** Calls the centre; nothing where it has no number. */
export function Call({ center, tone, wide }: { center: Center; tone?: ButtonTone; wide?: boolean }) {
  const t = useT();
  if (!center.phone) return null;
  return (
    <ButtonAnchor href={`tel:${center.phone}`} tone={tone} wide={wide}>
      <Sign name="phone" size={18} />
      {t("visit.call")}
    </ButtonAnchor>
  );
}
