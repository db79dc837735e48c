import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Time } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";

/** A lost slot with the next free starts; a press books one, and nothing that was typed is lost. */
export function NextFree({ problem, onChoose }: { problem: Problem; onChoose: (start: string) => Promise<unknown> }) {
  const t = useT();
  const [busy, setBusy] = useState<string>();
  const [refused, setRefused] = useState<Problem>();
  const starts = Array.isArray(problem.body["next_free"]) ? (problem.body["next_free"] as string[]) : [];
  const take = async (start: string) => {
    setBusy(start);
    setRefused(undefined);
    try {
      await onChoose(start);
    } catch (error) {
      setRefused(asProblem(error));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      <ProblemNote problem={problem}>
        {starts.map((start) => (
          <Button key={start} busy={busy === start} disabled={busy !== undefined && busy !== start} onClick={() => void take(start)}>
            <span>{t("desk.book_at")}</span> <Time at={start} show="day-time" />
          </Button>
        ))}
      </ProblemNote>
      {refused && <ProblemNote problem={refused} />}
    </div>
  );
}
