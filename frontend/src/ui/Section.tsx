import { useId, type ReactNode } from "react";
import { cx } from "@/lib/cx";

/** A part of a drawer under its own small heading. */
export function Section({ title, aside, children, className }: { title: string; aside?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx("flex flex-col gap-2 border-b px-4.5 py-3.5", className)}>
      <div className="flex min-h-5 items-center justify-between gap-3">
        <h3 id={id} className="text-xs font-semibold text-muted">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
