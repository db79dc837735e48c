import type { ReactNode } from "react";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { session } from "@/api/session";
import { useStore } from "@/lib/store";
import { DensityContext } from "@/ui/density";
import { useAreaTheme } from "@/ui/theme";
import { Bell } from "../Bell";
import { LatePersonMenu } from "../LatePersonMenu";
import { Brand, SkipLink } from "./parts";

/** One column for a phone and a tablet, room for two on a desk. The bar is for people with an account; a link has none. */
export function CustomerShell({ children }: { children: ReactNode }) {
  useAreaTheme();
  const t = useT();
  const known = useStore(session, (held) => held.user !== null);
  return (
    <DensityContext.Provider value="phone">
      <SkipLink />
      <div className="flex min-h-dvh flex-col bg-surface text-base">
        {known && (
          <header className="sticky top-0 z-10 border-b bg-raised">
            <div className="mx-auto flex max-w-160 lg:max-w-280 items-center justify-between gap-4 px-5 py-1.5 lg:px-6">
              <Link to="/visit" className="inline-flex no-underline"><Brand /></Link>
              <div className="flex items-center gap-2">
                <Link to="/my" className="inline-flex min-h-12 items-center px-2 font-semibold max-sm:text-sm">{t("nav.garage")}</Link>
                <Bell />
                <LatePersonMenu />
              </div>
            </div>
          </header>
        )}
        <main id="content" className="mx-auto flex w-full max-w-160 lg:max-w-280 flex-1 flex-col sm:max-lg:border-x">{children}</main>
      </div>
    </DensityContext.Provider>
  );
}
