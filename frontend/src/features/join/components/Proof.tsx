import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { ProblemNote } from "@/ui/ProblemNote";
import { sendProof } from "../api/join";

/** Whose email nobody has proven gets the mail that does; what is typed stays where it is. */
export function Proof({ problem, email }: { problem: Problem; email: string }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [failed, setFailed] = useState<Problem>();
  const send = async () => {
    setBusy(true);
    setFailed(undefined);
    try {
      await sendProof(email);
      setSent(true);
    } catch (error) {
      setFailed(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  if (failed) return <ProblemNote problem={failed}><Button onClick={() => void send()}>{t("retry")}</Button></ProblemNote>;
  return (
    <div role="alert" className="flex animate-appear items-start gap-2.5 rounded-sm bg-waiting-soft px-3 py-2.5">
      <StateIcon state="waiting" className="mt-0.75 shrink-0 text-waiting-text" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        <p className="font-semibold">{sent ? t("join.proof_sent", { email }) : problem.detail}</p>
        <p className="text-pretty">{t(sent ? "join.proof_then" : "join.proof_text")}</p>
        {!sent && <Button busy={busy} onClick={() => void send()}>{t("join.proof_send", { email })}</Button>}
      </div>
    </div>
  );
}
