import { useState } from "react";
import type { VisitDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import { moneyText } from "@/lib/amounts";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { ProblemNote } from "@/ui/ProblemNote";
import type { useVerb } from "../live/useVerb";
import { Terms } from "./Terms";

export type Deciding = { visit: VisitDocument; byLink: boolean; send: ReturnType<typeof useVerb>; onClose: () => void };

/** Cancel, with the rule said first; where a fee is due it is asked for by its amount. */
export function CancelVisit({ visit: { appointment }, send, onClose }: Deciding) {
  const t = useT();
  const locale = useLocale();
  const [due, setDue] = useState<Problem>();
  const confirmed = appointment.status === "confirmed";
  const cancel = async ({ reason = "" }: Record<string, string>) => {
    try {
      await send("cancel", { reason, ...(due ? { accept_fee: true } : {}) });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== "fee_applies") throw error;
      return setDue(problem);
    }
    onClose();
  };
  return (
    <Dialog title={t("plan.verb.cancel")} onClose={onClose}>
      <Form label={t("plan.verb.cancel")} className="flex flex-col gap-5 text-base" onSend={cancel}>
        {(busy) => (
          <>
            {confirmed ? <Terms until={appointment.change_until} fee={appointment.late_cancel_fee} /> : <p className="text-muted">{t("plan.cancel_text")}</p>}
            <TextField label={t("plan.reason")} name="reason" rows={2} maxLength={240} optional />
            {due && <ProblemNote problem={due} />}
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
