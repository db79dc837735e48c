import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { momentText } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toasts";
import type { Ask } from "../api/book";
import type { Deciding } from "./CancelVisit";
import { Lost, nextFree } from "./Lost";
import { Terms } from "./Terms";
import { TimePicker } from "./TimePicker";

/** What is asked to be free for a visit that is planned already: what it needs is known of it. */
export const askFor = ({ visit: { appointment, center }, byLink }: Pick<Deciding, "visit" | "byLink">): Ask => ({ centerId: center.id, services: [], visit: { id: appointment.id, byLink } });

/** Another time for a confirmed visit: the old one is given up only when the new one is taken. */
export function ChangeTime({ visit, byLink, send, onClose }: Deciding) {
  const t = useT();
  const locale = useLocale();
  const [start, setStart] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const { appointment, center } = visit;
  const move = async (to: string) => {
    setBusy(to);
    setProblem(undefined);
    try {
      await send("reschedule", { scheduled_start: to });
      toast(t("plan.moved", { time: momentText(to, "day-time", center.zone, locale) }));
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(undefined);
    }
  };
  return (
    <Dialog title={t("plan.verb.reschedule")} onClose={onClose}>
      <div className="flex flex-col gap-5 text-base">
        <Terms until={appointment.change_until} fee={appointment.late_cancel_fee} />
        {problem?.code === "slot_taken" && <Lost title={problem.detail} text={problem.next} next={nextFree(problem)} busy={busy} onChoose={(to) => void move(to)} />}
        {problem && problem.code !== "slot_taken" && <ProblemNote problem={problem} fields />}
        <TimePicker ask={askFor({ visit, byLink })} chosen={start ? [start] : []} shut={{ starts: [appointment.scheduled_start], why: t("plan.present") }} busy={busy} onChoose={setStart} />
        {start && (
          <footer className="sticky -bottom-5 -mx-5 -mb-5 border-t bg-raised p-4">
            <Button tone="primary" wide busy={busy !== undefined} onClick={() => void move(start)}>{t("plan.move_to", { time: momentText(start, "day-time", center.zone, locale) })}</Button>
          </footer>
        )}
      </div>
    </Dialog>
  );
}
