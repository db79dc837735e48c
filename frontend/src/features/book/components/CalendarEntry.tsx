import { useState } from "react";
import { signedFetch } from "@/api/http";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button, ButtonAnchor } from "@/ui/Button";
import { toast } from "@/ui/toasts";

/** The visit for the calendar of one's own device. A link's cookie opens the file; an account has to sign the request. */
export function CalendarEntry({ id, name, byLink }: { id: string; name: string; byLink: boolean }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  if (byLink) return <ButtonAnchor href={`/api/public/visits/${id}/calendar.ics`} download={`${name}.ics`}>{t("plan.calendar_entry")}</ButtonAnchor>;
  const load = async () => {
    setBusy(true);
    try {
      const answer = await signedFetch(new Request(new URL(`/api/customers/appointments/${id}/calendar.ics`, location.origin), { headers: { "X-Pitlane-Client": "browser" } }));
      const file = URL.createObjectURL(await answer.blob());
      Object.assign(document.createElement("a"), { href: file, download: `${name}.ics` }).click();
      URL.revokeObjectURL(file);
    } catch (error) {
      toast(asProblem(error).detail || t("problem.unknown"), { tone: "blocked" });
    }
    setBusy(false);
  };
  return <Button busy={busy} onClick={() => void load()}>{t("plan.calendar_entry")}</Button>;
}
