import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { writePin } from "../api/centers";
import { useSaved } from "../live/useSaved";

/** Another PIN for somebody; nobody is ever shown it again. */
export function PinForm({ center, role }: { center: string; role: string }) {
  const t = useT();
  const saved = useSaved(center);
  const [round, setRound] = useState(0);
  return (
    <Form
      key={round}
      label={t("centers.pin")}
      className="flex flex-col gap-3"
      onSend={async ({ pin = "" }) => {
        await writePin(role, pin);
        await saved(t("centers.pin_saved"));
        setRound((count) => count + 1);
      }}
    >
      {(busy) => (
        <>
          <Field label={t("centers.pin_new")} name="pin" required inputMode="numeric" autoComplete="off" minLength={4} maxLength={8} hint={t("centers.pin_hint")} className="num max-w-40" />
          <Button type="submit" busy={busy} className="self-start">{t("centers.pin_save")}</Button>
        </>
      )}
    </Form>
  );
}
