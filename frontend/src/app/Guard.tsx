import { useState, type ReactNode } from "react";
import { Navigate, useLocation, useNavigate } from "@/lib/router";
import { leave, session, type RoleName } from "@/api/session";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { area } from "./area";
import { holds, wayIn } from "./home";
import { usePerson } from "./usePerson";
import { useStaySignedIn } from "./useStaySignedIn";

const SignInAgain = area(async () => ({ default: (await import("./areas/account")).SignInDialog }), "account", "forms");

/** Shows its children to people with one of the roles (any signed-in person without `roles`); see useStaySignedIn for `unattended`. */
export function Guard({ roles, unattended, children }: { roles?: RoleName[]; unattended?: boolean; children: ReactNode }) {
  const t = useT();
  const go = useNavigate();
  const location = useLocation();
  const { person, asking, silent } = usePerson();
  const ended = useStore(session, (held) => held.ended);
  useStaySignedIn({ unattended });
  const [last, setLast] = useState(person);
  if (person && person !== last) setLast(person);

  if (asking) return <main><Skeleton className="p-6" /></main>;
  if (silent) return <main className="grid min-h-dvh place-items-center"><EmptyState page kind="offline" /></main>;
  const shown = person ?? (ended ? last : null);
  if (!shown) return <Navigate to={wayIn("/sign-in", location.pathname + location.search)} replace />;
  if (roles && !holds(shown, ...roles)) {
    return (
      <main className="grid min-h-dvh place-items-center">
        <EmptyState page kind="no-permission" action={<ButtonLink to="/">{t("page.home")}</ButtonLink>} />
      </main>
    );
  }
  const quit = () => {
    leave();
    void go("/sign-in", { replace: true });
  };
  // Whoever's session ended sees nothing any more, but the page keeps its text until they are back.
  return (
    <>
      <div className={person ? "contents" : "hidden"}>{children}</div>
      {!person && <SignInAgain personId={shown.id} email={shown.email} onLeave={quit} />}
    </>
  );
}
