import { useId, type ReactNode } from "react";
import { cx } from "@/lib/cx";

/** A part of a page on a sheet of its own: what it is, one line of what it is for, and its button. */
export function Panel({ title, text, aside, children, className }: { title: string; text?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx("rounded-md border bg-raised", className)}>
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4.5 pt-3.5">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={id} className="text-base">{title}</h2>
          {text && <p className="mt-0.5 max-w-prose text-pretty text-muted">{text}</p>}
        </div>
        {aside}
      </header>
      <div className="px-4.5 pt-3 pb-4.5">{children}</div>
    </section>
  );
}
