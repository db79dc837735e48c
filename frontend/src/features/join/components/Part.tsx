import { useId, type ReactNode } from "react";

/** Some fields that belong together, on a sheet of their own. */
export function Part({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded-md border bg-raised p-4 sm:p-5">
      <div>
        <h3 id={id} className="text-base font-semibold">{title}</h3>
        {text && <p className="mt-0.5 text-sm text-pretty text-muted">{text}</p>}
      </div>
      {children}
    </section>
  );
}
