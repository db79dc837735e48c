import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { PasswordField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { useQueryClient } from "@tanstack/react-query";
import { changePassword } from "../api/account";
import { Section } from "./Section";

export function ChangePassword() {
  const t = useT();
  const cache = useQueryClient();
  const [round, setRound] = useState(0);
  return (
    <Section title={t("profile.password")}>
      <Form
        key={round}
        label={t("profile.password")}
        className="flex flex-col gap-5"
        onSend={async (values) => {
          await changePassword(values["current_password"] ?? "", values["new_password"] ?? "");
          setRound(round + 1);
          toast(t("profile.password_changed"));
          void cache.invalidateQueries({ queryKey: ["sessions"] });
        }}
      >
        {(busy) => (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <PasswordField label={t("profile.current_password")} name="current_password" autoComplete="current-password" required />
              <PasswordField label={t("profile.new_password")} name="new_password" autoComplete="new-password" required hint={t("register.password_hint")} />
            </div>
            <Button type="submit" busy={busy} className="self-start">{t("profile.change_password")}</Button>
          </>
        )}
      </Form>
    </Section>
  );
}
