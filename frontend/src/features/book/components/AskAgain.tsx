import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import type { Deciding } from "./CancelVisit";
import { askFor } from "./ChangeTime";
import { TimePicker } from "./TimePicker";
import { toggled, WishList } from "./WishList";

/** Other times than the proposed one: up to three that would suit. */
export function AskAgain({ visit, byLink, send, onClose }: Deciding) {
  const t = useT();
  const [wished, setWished] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const toggle = (start: string) => setWished((held) => toggled(held, start));
  const ask = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send("ask_again", { wished_times: wished });
      toast(t("plan.asked"));
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t("plan.verb.ask_again")} onClose={onClose}>
      <div className="flex flex-col gap-5 text-base">
        <p className="text-pretty text-muted">{t("plan.wish_text")}</p>
        {problem && <ProblemNote problem={problem} fields />}
        <TimePicker ask={askFor({ visit, byLink })} chosen={wished} near={visit.appointment.scheduled_start} onChoose={toggle} />
        <footer className="sticky -bottom-5 -mx-5 -mb-5 flex flex-col gap-3 border-t bg-raised p-4">
          <WishList wished={wished} onToggle={toggle} />
          {wished.length > 0 && <Button tone="primary" wide busy={busy} onClick={() => void ask()}>{t("plan.ask")}</Button>}
        </footer>
      </div>
    </Dialog>
  );
}
