/** Keep the sign-in session of somebody at work, and warn before it ends for somebody who is not. */
import { useEffect } from "react";
import { refresh, session } from "@/api/session";
import { translate } from "@/lib/i18n";
import { toast } from "@/ui/toasts";

const LOOK_MS = 15_000;
const FRESH_MS = 4 * 60_000;
const WARN_MS = 2 * 60_000;

/** `unattended` is for a screen that nobody touches and that may stay, the board on the wall. */
export function useStaySignedIn({ unattended = false } = {}): void {
  useEffect(() => {
    let usedAt = Date.now();
    let warnedFor = 0;
    const used = () => {
      usedAt = Date.now();
    };
    const renew = () => void refresh().catch(() => undefined);
    const look = () => {
      const { user, endsAt, refreshedAt } = session.get();
      if (!user) return;
      if ((unattended || usedAt > refreshedAt) && Date.now() - refreshedAt > FRESH_MS) return renew();
      const left = endsAt - Date.now();
      if (left <= 0 || left > WARN_MS || warnedFor === endsAt) return;
      warnedFor = endsAt;
      toast(translate("session.ending"), { ms: left, action: { label: translate("session.stay"), run: renew } });
    };
    const timer = setInterval(look, LOOK_MS);
    window.addEventListener("pointerdown", used);
    window.addEventListener("keydown", used);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointerdown", used);
      window.removeEventListener("keydown", used);
    };
  }, [unattended]);
}
