import type { ReactNode } from "react";
import { useT } from "@/lib/i18n";
import { Button, type ButtonTone } from "./Button";
import { Form, type FormValues } from "./Form";

/** A small form unfolded in place; Escape folds it, a refusal stays beside its field with what was typed. */
export function Unfolded({ label, send, tone = "primary", onSend, onClose, children }: {
  label: string;
  send: string;
  tone?: ButtonTone;
  onSend: (values: FormValues) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useT();
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape from any field inside
    <div
      className="animate-appear rounded-md border bg-raised p-3"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <Form
        label={label}
        className="flex flex-col gap-3"
        onSend={async (values) => {
          await onSend(values);
          onClose();
        }}
      >
        {(busy) => (
          <>
            {children}
            <div className="flex justify-end gap-2">
              <Button tone="quiet" onClick={onClose}>{t("back")}</Button>
              <Button type="submit" tone={tone} busy={busy}>{send}</Button>
            </div>
          </>
        )}
      </Form>
    </div>
  );
}
