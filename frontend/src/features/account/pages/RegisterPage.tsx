import { Link, useNavigate, useSearchParams } from "@/lib/router";
import { homeOf, safeReturn, wayIn } from "@/app/home";
import { AccountShell } from "@/app/shells/AccountShell";
import { useT } from "@/lib/i18n";
import { RegisterForm } from "../components/RegisterForm";

export function RegisterPage() {
  const t = useT();
  const go = useNavigate();
  const [query] = useSearchParams();
  const next = safeReturn(query.get("next"));
  return (
    <AccountShell
      title={t("register.title")}
      text={t("register.text")}
      below={<>{t("register.have")} <Link to={wayIn("/sign-in", next)} className="font-semibold">{t("register.sign_in")}</Link></>}
    >
      <RegisterForm onDone={(user) => void go(next ?? homeOf(user), { replace: true })} />
    </AccountShell>
  );
}
