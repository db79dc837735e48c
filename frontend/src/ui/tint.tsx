/** Say that something changed in place: a tint of 1.2 s, never a move. */
import { useState, type HTMLAttributes } from "react";
import { cx } from "@/lib/cx";

/** Count of changes of `mark` since the component appeared; 0 at first. */
function useChanges(mark: unknown): number {
  const [seen, setSeen] = useState({ mark, changes: 0 });
  if (!Object.is(seen.mark, mark)) {
    const next = { mark, changes: seen.changes + 1 };
    setSeen(next);
    return next.changes;
  }
  return seen.changes;
}

/** A box that is tinted whenever `by` (a version, a status) changes. */
export function Tint({ by, className, children, ...rest }: HTMLAttributes<HTMLDivElement> & { by: unknown }) {
  const changes = useChanges(by);
  return (
    <div className={cx("relative", className)} {...rest}>
      {children}
      {changes > 0 && <span key={changes} aria-hidden="true" className="tint-veil pointer-events-none absolute inset-0 rounded-[inherit]" />}
    </div>
  );
}
