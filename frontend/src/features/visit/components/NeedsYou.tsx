import type { Center } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Pill } from "@/ui/Pill";
import { Call } from "./Call";

/** What waits for the customer, and the one way to move it on. */
export function NeedsYou({ need, reason, center }: { need: "approval" | "customer"; reason: string | null; center: Center }) {
  const t = useT();
  return (
    <section aria-labelledby="needs-you" className="m-4 mb-0 animate-appear rounded-md border-[1.5px] border-waiting bg-waiting-soft p-4 lg:m-0">
      <Pill state="waiting" className="-ms-1.5">{t("visit.needs_you")}</Pill>
      <h2 id="needs-you" className="mt-2 text-lg">{t(`visit.need.${need}`)}</h2>
      <p className="mt-1 mb-3 text-pretty text-muted">{[reason, t(`visit.need_text.${need}`)].filter(Boolean).join(" ")}</p>
      <Call center={center} tone="primary" wide />
    </section>
  );
}
