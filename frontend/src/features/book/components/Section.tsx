import { useId, type ReactNode } from "react";
import { FieldNote } from "@/ui/FieldNote";

/** One question of a step; what is missing of `name` is said below it. */
export function Section({ title, name = "", aside, children }: { title: string; name?: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={id} className="text-lg">{title}</h2>
        {aside}
      </div>
      {children}
      <FieldNote name={name} />
    </section>
  );
}
