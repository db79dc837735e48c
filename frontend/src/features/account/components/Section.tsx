import { useId, type ReactNode } from "react";
import { Card } from "@/ui/Card";

/** A titled card of the profile page. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card className="p-5 sm:p-6">
        <h2 id={id} className="text-lg">{title}</h2>
        {text && <p className="mt-0.5 text-sm text-muted">{text}</p>}
        <div className="mt-4">{children}</div>
      </Card>
    </section>
  );
}
