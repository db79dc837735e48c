import type { ReactNode } from "react";
import { useT } from "@/lib/i18n";
import { DensityContext } from "@/ui/density";
import { LiveDot } from "@/ui/LiveDot";
import { OutboxPill } from "@/ui/OutboxPill";
import { useAreaTheme } from "@/ui/theme";
import { PersonMenu } from "../PersonMenu";
import { SkipLink } from "./parts";

/** The tablet in the bay: light unless chosen otherwise, everything large enough for a glove. */
export function BayShell({ children }: { children: ReactNode }) {
  useAreaTheme("light");
  return (
    <DensityContext.Provider value="bay">
      <SkipLink />
      <div className="flex min-h-dvh flex-col bg-surface text-base">{children}</div>
    </DensityContext.Provider>
  );
}

/** The bar of a bay page: what is on the lift at the start, what is not sent and who is at work at the end. */
export function BayBar({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <header className="flex min-h-21 flex-wrap items-center gap-x-5 gap-y-2 border-b bg-raised px-4 py-2 sm:px-7" aria-label={t("nav.day")}>
      <div className="flex min-w-0 flex-1 items-center gap-x-5 gap-y-1 max-sm:flex-wrap">{children}</div>
      <div className="flex items-center gap-4">
        <LiveDot />
        <OutboxPill />
        <PersonMenu compact />
      </div>
    </header>
  );
}
