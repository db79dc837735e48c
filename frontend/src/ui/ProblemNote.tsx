import type { ReactNode } from "react";
import type { Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { StateIcon } from "./icons";

/**
 * What happened and what to do next, in the server's words, or ours when it could not be reached. `fields` says what is
 * wrong with each, where no form stands around to say it.
 */
export function ProblemNote({ problem, fields = false, children }: { problem: Problem; fields?: boolean; children?: ReactNode }) {
  const t = useT();
  const text = problem.status === 0 ? t("problem.unreachable") : problem.detail || problem.title || t("problem.unknown");
  // What a field says in the words of the whole is not said twice.
  const wrong = fields ? [...new Set(Object.values(problem.fields).flat())].filter((words) => words !== text) : [];
  return (
    <div role="alert" className="flex animate-appear items-start gap-2.5 rounded-sm bg-blocked-soft px-3 py-2.5 text-blocked-text">
      <StateIcon state="blocked" className="mt-0.75 shrink-0" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <p className="font-semibold">{text}</p>
          {wrong.length > 0 ? wrong.map((words) => <p key={words}>{words}</p>) : problem.next && <p>{problem.next}</p>}
        </div>
        {children && <div className="flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}
