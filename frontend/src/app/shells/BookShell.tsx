import type { ReactNode } from "react";
import { useT } from "@/lib/i18n";
import { Link, useLocation } from "@/lib/router";
import { useMe } from "@/live/me";
import { DensityContext } from "@/ui/density";
import { OtherLanguages } from "@/ui/OtherLanguages";
import { useAreaTheme } from "@/ui/theme";
import { wayIn } from "../home";
import { LatePersonMenu } from "../LatePersonMenu";
import { Brand, SkipLink } from "./parts";

/** Booking: open to everybody, so its bar offers to sign in where nobody is. */
export function BookShell({ children }: { children: ReactNode }) {
  useAreaTheme();
  const t = useT();
  const me = useMe();
  const { pathname, search } = useLocation();
  return (
    <DensityContext.Provider value="phone">
      <SkipLink />
      <div className="flex min-h-dvh flex-col bg-surface text-base">
        <header className="border-b bg-raised">
          <div className="mx-auto flex min-h-15 max-w-160 items-center justify-between gap-4 px-5 py-1.5">
            <Link to={me ? "/visit" : "/book?all"} className="inline-flex no-underline"><Brand /></Link>
            {me ? <LatePersonMenu /> : (
              <div className="flex items-center gap-5">
                <OtherLanguages />
                <Link to={wayIn("/sign-in", pathname + search)} className="inline-flex min-h-12 items-center font-semibold">{t("book.sign_in")}</Link>
              </div>
            )}
          </div>
        </header>
        <main id="content" className="flex flex-1 flex-col">{children}</main>
      </div>
    </DensityContext.Provider>
  );
}
