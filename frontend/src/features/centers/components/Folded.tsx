import { useEffect, useRef, useState, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { Sign, StateIcon } from "@/ui/icons";

const WRONG = "[aria-invalid], [role=alert]";

/**
 * A part of a form that most never need, folded away unless something `open`s it. What is said to be wrong in it unfolds
 * it, for nobody mends what they do not see.
 */
export function Folded({ title, text, open, plain = false, children }: { title: ReactNode; text?: string; open: boolean; plain?: boolean; children: ReactNode }) {
  const part = useRef<HTMLDetailsElement>(null);
  const [wrong, setWrong] = useState(0);
  useEffect(() => {
    const fold = part.current;
    if (!fold) return;
    // What is wrong is known to the fields alone; they are looked at as they are drawn.
    const watcher = new MutationObserver(() => {
      const count = fold.querySelectorAll(WRONG).length;
      setWrong(count);
      if (count === 0 || fold.open) return;
      fold.open = true;
      // The form could not take anybody to a field that was folded away.
      if (!document.activeElement?.hasAttribute("aria-invalid")) fold.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    });
    watcher.observe(fold, { subtree: true, childList: true, attributeFilter: ["aria-invalid"] });
    return () => watcher.disconnect();
  }, []);
  return (
    <details ref={part} open={open} className={cx("group/fold", !plain && "rounded-md border bg-raised")}>
      <summary className={cx("flex cursor-pointer list-none items-center gap-2 [&::-webkit-details-marker]:hidden", plain ? "min-h-9 text-sm font-semibold text-accent" : "px-4.5 py-3.5")}>
        {plain ? title : (
          <span className="min-w-0 flex-1">
            <h2 className="text-base">{title}</h2>
            {text && <span className="mt-0.5 block max-w-prose text-pretty text-muted">{text}</span>}
          </span>
        )}
        {wrong > 0 && <StateIcon state="blocked" size={14} className="shrink-0 text-blocked-text" />}
        <Sign name="down" size={plain ? 12 : 16} className="shrink-0 text-muted transition-transform group-open/fold:rotate-180" />
      </summary>
      <div className={plain ? "pt-1.5" : "px-4.5 pb-4.5"}>{children}</div>
    </details>
  );
}
