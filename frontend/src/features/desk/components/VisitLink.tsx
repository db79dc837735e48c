import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { controlClass } from "@/ui/Field";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import { visitLink } from "../api/desk";

/** The link by which the customer follows the visit: made, copied, and shown where it could not be copied. */
export function VisitLink({ appointment }: { appointment: string }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const make = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const link = await visitLink(appointment);
      try {
        await navigator.clipboard.writeText(link.url);
        toast(t("desk.link_copied"));
      } catch {
        setUrl(link.url);
      }
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={busy} onClick={() => void make()}>{t("desk.copy_link")}</Button>
      {url && <input readOnly aria-label={t("desk.link")} value={url} onFocus={(event) => event.currentTarget.select()} className={`${controlClass} min-h-9 px-2.5`} />}
      {problem && <div className="w-full"><ProblemNote problem={problem} /></div>}
    </>
  );
}
