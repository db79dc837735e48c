import type { ReactNode } from "react";
import { useT } from "@/lib/i18n";

/** What the page is about, and a sentence of where one stands. */
export function JoinHead({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <header>
      <h1 className="text-2xl">{t("join.title")}</h1>
      <p className="mt-1.5 text-pretty text-muted">{children}</p>
    </header>
  );
}
