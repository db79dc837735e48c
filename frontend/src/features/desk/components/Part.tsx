import { useId, type ReactNode } from "react";
import { StateIcon } from "@/ui/icons";

/** One part of the new visit under its heading, with what is missing once somebody tried to go on without. */
export function Part({ title, missing, aside, children }: { title: string; missing?: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2.5">
      <div className="flex min-h-9 items-center justify-between gap-3">
        <h3 id={id} className="text-base">{title}</h3>
        {aside}
      </div>
      {children}
      {missing && (
        <p role="alert" className="flex items-center gap-1.5 font-semibold text-blocked-text">
          <StateIcon state="blocked" size={14} />
          {missing}
        </p>
      )}
    </section>
  );
}
