import { Suspense, useEffect, useState, type ComponentType } from "react";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { useStore } from "@/lib/store";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import type { Center } from "../api/book";
import { Chip } from "../components/Chip";
import { Frame, StepBar } from "../components/Frame";
import { HoldBar } from "../components/HoldBar";
import { draft, refusal, write } from "../live/draft";
import { forget, remembered } from "../live/remembered";
import type { Contact } from "../model/draft";

/** Signing in, or a new account for who is `known` by what they typed, over the page; the time that is held stays held. */
export type Entry = ComponentType<{ known?: Contact; begin?: "sign_in" | "register"; onDone: () => void; onClose: () => void }>;

/** Step 3: who comes, and how to reach them. */
export function YouPage({ center, Entry }: { center: Center; Entry: Entry }) {
  const t = useT();
  const go = useNavigate();
  const typed = useStore(draft);
  const refused = useStore(refusal);
  const known = useMe() !== null;
  const here = useStore(remembered) !== null;
  const [signing, setSigning] = useState(false);
  const check = `/book/${center.id}/check`;
  useEffect(() => {
    if (known) go(check, { replace: true });
  }, [known, go, check]);
  return (
    <Frame step="you" center={center}>
      <HoldBar />
      <p className="mb-5">
        {t("plan.have_account")}{" "}
        <button type="button" className="min-h-12 font-semibold text-accent underline" onClick={() => setSigning(true)}>{t("plan.sign_in")}</button>
      </p>
      <Form
        label={t("book.title.you")}
        refused={refused}
        className="flex flex-1 flex-col gap-5"
        onSend={async () => {
          refusal.set(undefined);
          go(check);
        }}
      >
        {() => (
          <>
            <div className="grid gap-5 sm:grid-cols-2">
              <Field label={t("plan.first_name")} name="customer.first_name" autoComplete="given-name" required maxLength={80} value={typed.firstName} onChange={(event) => write({ firstName: event.target.value })} />
              <Field label={t("plan.last_name")} name="customer.last_name" autoComplete="family-name" optional maxLength={80} value={typed.lastName} onChange={(event) => write({ lastName: event.target.value })} />
            </div>
            <Field label={t("plan.phone")} name="customer.phone" type="tel" inputMode="tel" autoComplete="tel" required hint={t("plan.phone_hint")} value={typed.phone} onChange={(event) => write({ phone: event.target.value })} />
            <Field label={t("plan.email")} name="customer.email" type="email" inputMode="email" autoComplete="email" optional maxLength={254} hint={t("plan.email_hint")} value={typed.email} onChange={(event) => write({ email: event.target.value })} />
            <div className="flex flex-col items-start gap-2">
              <Chip type="checkbox" checked={typed.remember} onChange={() => write({ remember: !typed.remember })}>{t("plan.remember")}</Chip>
              <p className="text-sm text-muted">{t("plan.remember_hint")}</p>
              {here && (
                <button
                  type="button"
                  className="min-h-12 font-semibold text-accent underline"
                  onClick={() => {
                    forget();
                    write({ firstName: "", lastName: "", phone: "", email: "", remember: false });
                  }}
                >
                  {t("plan.forget")}
                </button>
              )}
            </div>
            <StepBar>
              <span className="flex-1" />
              <Button type="submit" tone="primary">{t("plan.to_check")}</Button>
            </StepBar>
          </>
        )}
      </Form>
      {signing && (
        <Suspense>
          <Entry known={typed} onDone={() => setSigning(false)} onClose={() => setSigning(false)} />
        </Suspense>
      )}
    </Frame>
  );
}
