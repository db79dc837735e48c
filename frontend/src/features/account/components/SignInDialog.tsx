import { useNavigate } from "@/lib/router";
import { homeOf } from "@/app/home";
import { useT } from "@/lib/i18n";
import { DensityContext } from "@/ui/density";
import { Dialog } from "@/ui/Dialog";
import { SignInForm } from "./SignInForm";

/** Sign in again in place: the page behind it, and what was typed there, stays. Another person starts at home. */
export function SignInDialog({ personId, email, onLeave }: { personId: string; email: string; onLeave: () => void }) {
  const t = useT();
  const go = useNavigate();
  return (
    <Dialog title={t("page.signed_out.title")} onClose={onLeave}>
      <DensityContext.Provider value="phone">
        <p className="mb-5 text-base text-muted">{t("page.signed_out.text")}</p>
        <div className="text-base">
          <SignInForm email={email} onDone={(user) => user.id !== personId && void go(homeOf(user), { replace: true })} />
        </div>
      </DensityContext.Provider>
    </Dialog>
  );
}
