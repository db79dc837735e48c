import { useId, type ReactNode } from "react";

/** A part of the tray under its name, with how many there are; what it says when there are none. */
export function Group({ title, count, none, children }: { title: string; count: number; none?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-2 flex items-baseline gap-2 px-1 text-xs font-semibold text-muted"><span className="flex-1">{title}</span><span className="num">{count}</span></h3>
      {count === 0 ? <p className="px-1 text-xs text-muted">{none}</p> : children}
    </section>
  );
}
