import { useState } from "react";
import { useT } from "@/lib/i18n";
import { Dialog } from "@/ui/Dialog";
import { RegisterForm, type Introduced } from "./RegisterForm";
import { SignInForm } from "./SignInForm";

/** Signing in, or a new account, over the page that asks for it: what was typed there stays. `onDone` once somebody is in. */
export function EntryDialog({ known, begin = "sign_in", onDone, onClose }: { known?: Introduced; begin?: "sign_in" | "register"; onDone: () => void; onClose: () => void }) {
  const t = useT();
  const [way, setWay] = useState(begin);
  const fresh = way === "register";
  return (
    <Dialog title={t(fresh ? "register.title" : "sign_in.title")} onClose={onClose}>
      {fresh ? <RegisterForm onDone={onDone} {...(known ? { known } : {})} /> : <SignInForm onDone={onDone} />}
      <p className="mt-3 text-center text-muted">
        {t(fresh ? "register.have" : "sign_in.new")}{" "}
        <button type="button" className="min-h-12 font-semibold text-accent underline" onClick={() => setWay(fresh ? "sign_in" : "register")}>
          {t(fresh ? "register.sign_in" : "sign_in.register")}
        </button>
      </p>
    </Dialog>
  );
}
