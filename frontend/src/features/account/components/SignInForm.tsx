import { Link } from "@/lib/router";
import { enter, type User } from "@/api/session";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field, PasswordField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { signIn } from "../api/account";

/** Email and password; `onDone` gets the person who came in. */
export function SignInForm({ onDone, email }: { onDone: (user: User) => void; email?: string }) {
  const t = useT();
  return (
    <Form
      label={t("sign_in.title")}
      className="flex flex-col gap-5"
      onSend={async (values) => {
        const answer = await signIn({ email: (values["email"] ?? "").trim(), password: values["password"] ?? "" });
        enter(answer);
        onDone(answer.user);
      }}
    >
      {(busy) => (
        <>
          <Field label={t("sign_in.email")} name="email" type="email" autoComplete="username" inputMode="email" required defaultValue={email} />
          <PasswordField
            label={t("sign_in.password")}
            name="password"
            autoComplete="current-password"
            required
            data-autofocus={email !== undefined || undefined}
            aside={<Link to="/forgot" className="text-sm font-semibold">{t("sign_in.forgot")}</Link>}
          />
          <Button type="submit" tone="primary" wide busy={busy}>{t("sign_in.send")}</Button>
        </>
      )}
    </Form>
  );
}
