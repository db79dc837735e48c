import { Link, Navigate, useNavigate, useSearchParams } from "@/lib/router";
import { homeOf, safeReturn, wayIn } from "@/app/home";
import { AccountShell } from "@/app/shells/AccountShell";
import { usePerson } from "@/app/usePerson";
import { useT } from "@/lib/i18n";
import { Skeleton } from "@/ui/Skeleton";
import { SignInForm } from "../components/SignInForm";

export function SignInPage() {
  const t = useT();
  const go = useNavigate();
  const [query] = useSearchParams();
  const { person, asking } = usePerson();
  const next = safeReturn(query.get("next"));
  if (asking) return <Skeleton className="p-6" />;
  if (person) return <Navigate to={next ?? homeOf(person)} replace />;
  return (
    <AccountShell
      title={t("sign_in.title")}
      text={t("sign_in.text")}
      below={<>{t("sign_in.new")} <Link to={wayIn("/register", next)} className="font-semibold">{t("sign_in.register")}</Link> · <Link to="/book" className="font-semibold">{t("sign_in.book")}</Link> · <Link to="/join" className="font-semibold">{t("sign_in.join")}</Link></>}
    >
      <SignInForm onDone={(user) => void go(next ?? homeOf(user), { replace: true })} />
    </AccountShell>
  );
}
