import { useEffect, useRef, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { Sign, StateIcon } from "@/ui/icons";
import { useWrongNames } from "@/ui/Form";

/**
 * A part of a form that most never need, folded away unless something `open`s it. What is wrong in it, by the beginnings
 * of its fields' names, unfolds it, for nobody mends what they do not see.
 */
export function Folded({ title, text, open, names, plain = false, children }: { title: ReactNode; text?: string; open: boolean; names: string[]; plain?: boolean; children: ReactNode }) {
  const part = useRef<HTMLDetailsElement>(null);
  const wrong = useWrongNames(names);
  useEffect(() => {
    const fold = part.current;
    if (!wrong || !fold) return;
    fold.open = true;
    const seen = document.activeElement;
    if (!(seen instanceof HTMLElement && seen.hasAttribute("aria-invalid"))) fold.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [wrong]);
  return (
    <details ref={part} open={open} className={cx("group/fold", !plain && "rounded-md border bg-raised")}>
      <summary className={cx("flex cursor-pointer list-none items-center gap-2 [&::-webkit-details-marker]:hidden", plain ? "min-h-9 text-sm font-semibold text-accent" : "px-4.5 py-3.5")}>
        {plain ? title : (
          <span className="min-w-0 flex-1">
            <h2 className="text-base">{title}</h2>
            {text && <span className="mt-0.5 block max-w-prose text-pretty text-muted">{text}</span>}
          </span>
        )}
        {wrong && <StateIcon state="blocked" size={14} className="shrink-0 text-blocked-text" />}
        <Sign name="down" size={plain ? 12 : 16} className="shrink-0 text-muted transition-transform group-open/fold:rotate-180" />
      </summary>
      <div className={plain ? "pt-1.5" : "px-4.5 pb-4.5"}>{children}</div>
    </details>
  );
}
