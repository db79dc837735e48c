import { Link, useNavigate, useParams } from "@/lib/router";
import { AccountShell } from "@/app/shells/AccountShell";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { reset } from "../api/account";

/** Sets a password by a mailed link: another one by a reset, the first one by an invitation to work somewhere. */
export function ResetPage({ invited = false }: { invited?: boolean }) {
  const t = useT();
  const go = useNavigate();
  const { token = "" } = useParams();
  const words = invited ? "welcome" : "reset";
  return (
    <AccountShell
      title={t(`new_password.title.${words}`)}
      text={t(`new_password.text.${words}`)}
      below={<Link to="/forgot" className="font-semibold">{t(`new_password.new_link.${words}`)}</Link>}
    >
      <Form
        label={t(`new_password.title.${words}`)}
        className="flex flex-col gap-5"
        onSend={async (values) => {
          await reset(token, values["password"] ?? "");
          toast(t(`new_password.done.${words}`));
          void go("/sign-in", { replace: true });
        }}
      >
        {(busy) => (
          <>
            <PasswordField label={t(`new_password.password.${words}`)} name="password" autoComplete="new-password" required hint={t("register.password_hint")} />
            <Button type="submit" tone="primary" wide busy={busy}>{t(`new_password.send.${words}`)}</Button>
          </>
        )}
      </Form>
    </AccountShell>
  );
}
