import { enter, type User } from "@/api/session";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field, PasswordField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { register } from "../api/account";

/** What somebody said of themselves elsewhere, so that they need not type it again. */
export type Introduced = { firstName: string; lastName: string; phone: string; email: string };

/** A new account; `onDone` gets the person who came in by it. */
export function RegisterForm({ onDone, known }: { onDone: (user: User) => void; known?: Introduced }) {
  const t = useT();
  return (
    <Form
      label={t("register.title")}
      className="flex flex-col gap-5"
      onSend={async ({ first_name = "", last_name = "", email = "", password = "", phone }) => {
        const answer = await register({ first_name, last_name, email: email.trim(), password, ...(phone ? { phone } : {}) });
        enter(answer);
        onDone(answer.user);
      }}
    >
      {(busy) => (
        <>
          <div className="grid gap-5 sm:grid-cols-2 sm:gap-3">
            <Field label={t("register.first_name")} name="first_name" autoComplete="given-name" required defaultValue={known?.firstName} />
            <Field label={t("register.last_name")} name="last_name" autoComplete="family-name" optional defaultValue={known?.lastName} />
          </div>
          <Field label={t("sign_in.email")} name="email" type="email" autoComplete="email" inputMode="email" required defaultValue={known?.email} />
          <Field
            label={t("register.phone")}
            name="phone"
            type="tel"
            autoComplete="tel"
            hint={t("register.phone_hint")}
            optional
            defaultValue={known?.phone}
          />
          <PasswordField label={t("sign_in.password")} name="password" autoComplete="new-password" required hint={t("register.password_hint")} />
          <Button type="submit" tone="primary" wide busy={busy}>{t("register.send")}</Button>
        </>
      )}
    </Form>
  );
}
