import { Link, useNavigate } from "@/lib/router";
import { enter } from "@/api/session";
import { homeOf } from "@/app/home";
import { AccountShell } from "@/app/shells/AccountShell";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field, PasswordField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { register } from "../api/account";

export function RegisterPage() {
  const t = useT();
  const go = useNavigate();
  return (
    <AccountShell
      title={t("register.title")}
      text={t("register.text")}
      below={<>{t("register.have")} <Link to="/sign-in" className="font-semibold">{t("register.sign_in")}</Link></>}
    >
      <Form
        label={t("register.title")}
        className="flex flex-col gap-5"
        onSend={async ({ first_name = "", last_name = "", email = "", password = "", phone }) => {
          const answer = await register({ first_name, last_name, email: email.trim(), password, ...(phone ? { phone } : {}) });
          enter(answer);
          void go(homeOf(answer.user), { replace: true });
        }}
      >
        {(busy) => (
          <>
            <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
              <Field label={t("register.first_name")} name="first_name" autoComplete="given-name" required />
              <Field label={t("register.last_name")} name="last_name" autoComplete="family-name" optional />
            </div>
            <Field label={t("sign_in.email")} name="email" type="email" autoComplete="email" inputMode="email" required />
            <Field
              label={t("register.phone")}
              name="phone"
              type="tel"
              autoComplete="tel"
              hint={t("register.phone_hint")}
              optional
            />
            <PasswordField label={t("sign_in.password")} name="password" autoComplete="new-password" required hint={t("register.password_hint")} />
            <Button type="submit" tone="primary" wide busy={busy}>{t("register.send")}</Button>
          </>
        )}
      </Form>
    </AccountShell>
  );
}
