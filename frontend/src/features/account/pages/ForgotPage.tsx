import { useState } from "react";
import { Link } from "@/lib/router";
import { AccountShell } from "@/app/shells/AccountShell";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { forgot } from "../api/account";

/** Says the same whether the address has an account or not. */
export function ForgotPage() {
  const t = useT();
  const [sent, setSent] = useState<string>();
  const below = <Link to="/sign-in" className="font-semibold">{t("forgot.back")}</Link>;
  if (sent) {
    return (
      <AccountShell title={t("forgot.sent_title")} below={below}>
        <p role="status">{t("forgot.sent", { email: sent })}</p>
        <Button className="mt-6" wide onClick={() => setSent(undefined)}>{t("forgot.again")}</Button>
      </AccountShell>
    );
  }
  return (
    <AccountShell title={t("forgot.title")} text={t("forgot.text")} below={below}>
      <Form
        label={t("forgot.title")}
        className="flex flex-col gap-5"
        onSend={async (values) => {
          const email = (values["email"] ?? "").trim();
          await forgot(email);
          setSent(email);
        }}
      >
        {(busy) => (
          <>
            <Field label={t("sign_in.email")} name="email" type="email" autoComplete="username" inputMode="email" required />
            <Button type="submit" tone="primary" wide busy={busy}>{t("forgot.send")}</Button>
          </>
        )}
      </Form>
    </AccountShell>
  );
}
