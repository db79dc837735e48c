import type { Center } from "@/api/things";
import { addressOf } from "@/lib/address";
import { useT } from "@/lib/i18n";
import { Card } from "@/ui/Card";

/** The place, and how to reach it. */
export function Where({ center }: { center: Center }) {
  const t = useT();
  return (
    <section aria-labelledby="where">
      <h2 id="where" className="mb-2 text-base">{t("visit.where")}</h2>
      <Card className="px-4 py-3">
        <p className="font-semibold">{center.name}</p>
        {center.address && <p>{addressOf(center)}</p>}
        {center.phone && <p className="num"><a href={`tel:${center.phone}`} className="inline-flex min-h-12 items-center font-semibold">{center.phone}</a></p>}
      </Card>
    </section>
  );
}
