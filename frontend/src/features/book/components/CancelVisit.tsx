import { useState } from "react";
import type { VisitDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import { moneyText } from "@/lib/amounts";
import { useLocale, useT } from "@/lib/i18n";
import { useClock } from "@/live/clock";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { ProblemNote } from "@/ui/ProblemNote";
import { costs, isLate } from "../model/terms";
import type { useVerb } from "../live/useVerb";
import { Terms } from "./Terms";

export type Deciding = { visit: VisitDocument; byLink: boolean; send: ReturnType<typeof useVerb>; onClose: () => void };

/** Cancel, with the rule said first; where a fee is due the button says it, and one press is enough. */
export function CancelVisit({ visit: { appointment }, send, onClose }: Deciding) {
  const t = useT();
  const locale = useLocale();
  const [refused, setRefused] = useState<Problem>();
  const confirmed = appointment.status === "confirmed";
  const late = isLate(appointment.change_until, useClock(1000));
  const due = refused !== undefined || (confirmed && late && costs(appointment.late_cancel_fee));
  const driven = appointment.transports.some((one) => one.status === "planned");
  const cancel = async ({ reason = "" }: Record<string, string>) => {
    try {
      await send("cancel", { reason, ...(due ? { accept_fee: true } : {}) });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== "fee_applies") throw error;
      return setRefused(problem);
    }
    onClose();
  };
  return (
    <Dialog title={t("plan.verb.cancel")} onClose={onClose}>
      <Form label={t("plan.verb.cancel")} className="flex flex-col gap-5 text-base" onSend={cancel}>
        {(busy) => (
          <>
            {confirmed ? <Terms until={appointment.change_until} fee={appointment.late_cancel_fee} /> : <p className="text-muted">{t("plan.cancel_text")}</p>}
            {driven && <p className="text-muted">{t("plan.cancel_drives")}</p>}
            <TextField label={t("plan.reason")} name="reason" rows={2} maxLength={240} optional />
            {refused && <ProblemNote problem={refused} />}
            <div className="flex flex-wrap gap-3">
              <Button type="submit" tone="danger" busy={busy}>{due ? t("plan.cancel_fee", { fee: moneyText(appointment.late_cancel_fee, locale) }) : t("plan.cancel")}</Button>
              <Button onClick={onClose}>{t("plan.keep")}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
