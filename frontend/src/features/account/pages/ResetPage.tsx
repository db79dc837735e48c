import { Link, useNavigate, useParams } from "@/lib/router";
import { AccountShell } from "@/app/shells/AccountShell";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { reset } from "../api/account";

export function ResetPage() {
  const t = useT();
  const go = useNavigate();
  const { token = "" } = useParams();
  return (
    <AccountShell
      title={t("reset.title")}
      text={t("reset.text")}
      below={<Link to="/forgot" className="font-semibold">{t("reset.new_link")}</Link>}
    >
      <Form
        label={t("reset.title")}
        className="flex flex-col gap-5"
        onSend={async (values) => {
          await reset(token, values["password"] ?? "");
          toast(t("reset.done"));
          void go("/sign-in", { replace: true });
        }}
      >
        {(busy) => (
          <>
            <PasswordField label={t("reset.password")} name="password" autoComplete="new-password" required hint={t("register.password_hint")} />
            <Button type="submit" tone="primary" wide busy={busy}>{t("reset.send")}</Button>
          </>
        )}
      </Form>
    </AccountShell>
  );
}
