import type { ReactNode } from "react";
import { session } from "@/api/session";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { useStore } from "@/lib/store";
import { DensityContext } from "@/ui/density";
import { LiveDot } from "@/ui/LiveDot";
import { OutboxPill } from "@/ui/OutboxPill";
import { useAreaTheme } from "@/ui/theme";
import { drives } from "../home";
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

/**
 * The bar of a bay page: what is on the lift at the start, who is at work and what is not sent at the end. On a phone
 * `about` and the latter have a row of their own, so that the bar keeps its height whatever there is to say.
 */
export function BayBar({ children, about }: { children: ReactNode; about?: ReactNode }) {
  const t = useT();
  const driver = useStore(session, ({ user }) => user !== null && drives(user));
  return (
    <header
      aria-label={t("nav.day")}
      className="grid min-h-21 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-4 border-b bg-raised px-4 py-2 sm:flex sm:gap-x-5 sm:px-7"
    >
      <div className="flex min-w-0 items-center gap-x-5 max-sm:col-span-2">{children}</div>
      <div className="min-w-0 truncate text-lg text-muted max-sm:order-1 max-sm:text-base sm:flex-1">{about}</div>
      <div className="flex items-center gap-4 max-sm:order-2 max-sm:col-span-2 max-sm:h-10">
        <LiveDot />
        <OutboxPill />
        {driver && <Link to="/drive" className="inline-flex min-h-12 items-center font-semibold">{t("nav.drives")}</Link>}
      </div>
      <PersonMenu compact />
    </header>
  );
}
