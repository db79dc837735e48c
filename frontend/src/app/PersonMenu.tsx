import { lazy, Suspense } from "react";
import { Link, useNavigate } from "@/lib/router";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { session } from "@/api/session";
import { Avatar } from "@/ui/Avatar";
import { Menu } from "@/ui/Menu";
import { choosesCenter } from "./home";
import { signOut } from "./signOut";

/** For the few who act in several centres. */
const CenterChoice = lazy(async () => ({ default: (await import("./CenterChoice")).CenterChoice }));
const entry = "flex min-h-10 w-full items-center rounded-sm px-2.5 text-start font-medium text-ink no-underline hover:bg-surface";

/** The person at work: where they act, profile and signing out. `name` is what the shell knows; the email stands in for it. */
export function PersonMenu({ name, compact = false, up = false }: { name?: string; compact?: boolean; up?: boolean }) {
  const t = useT();
  const go = useNavigate();
  const user = useStore(session, (held) => held.user);
  if (!user) return null;
  const shown = name ?? (user.name || user.email);
  return (
    <Menu
      label={shown}
      up={up}
      button={
        <>
          <Avatar name={shown}  />
          {!compact && <span className="min-w-0 truncate font-semibold">{shown}</span>}
        </>
      }
    >
      <p className="truncate px-2.5 py-1.5 text-xs text-muted">{user.email}</p>
      {choosesCenter(user) && <Suspense><CenterChoice user={user} className={entry} /></Suspense>}
      <Link to="/profile" className={entry}>{t("nav.profile")}</Link>
      <button type="button" data-choice className={entry} onClick={() => void signOut().finally(() => void go("/sign-in"))}>
        {t("nav.sign_out")}
      </button>
    </Menu>
  );
}
