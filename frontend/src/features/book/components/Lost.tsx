import { useEffect, useRef } from "react";
import type { Problem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";

/** The next free starts that the server names in a refusal. */
export const nextFree = (problem: Problem | undefined): string[] => (Array.isArray(problem?.body["next_free"]) ? (problem.body["next_free"] as string[]) : []);

/** A time that is not there any more: what happened, the next three, and that nothing typed is lost. */
export function Lost({ title, text, next, busy, others, onChoose }: {
  title: string;
  text: string;
  next: string[];
  busy: string | undefined;
  /** Where all the other times are, from a step that does not show them. */
  others?: string;
  onChoose: (start: string) => void;
}) {
  const t = useT();
  const here = useRef<HTMLElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView?.({ block: "nearest" });
  }, []);
  return (
    <section ref={here} role="alert" aria-labelledby="lost" className="flex scroll-mt-20 animate-appear flex-col gap-3 rounded-md border-[1.5px] border-waiting! bg-waiting-soft p-4">
      <div>
        <h2 id="lost" className="flex items-center gap-2 text-lg"><StateIcon state="waiting" className="shrink-0 text-waiting-text" /> {title}</h2>
        <p className="mt-0.5">{text}</p>
      </div>
      {next.length > 0 && (
        <div className="grid gap-2 sm:grid-cols-3">
          {next.map((start) => (
            <Button key={start} tone="primary" busy={busy === start} disabled={busy !== undefined && busy !== start} onClick={() => onChoose(start)}>
              <Time at={start} show="day-time" />
            </Button>
          ))}
        </div>
      )}
      {others && <Link to={others} className="inline-flex min-h-12 items-center self-start font-semibold">{t("plan.other_times")}</Link>}
    </section>
  );
}
