import { useEffect, useState } from "react";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { IconButton } from "./Button";
import { Sign } from "./icons";
import { toasts, type Toast } from "./toasts";

const drop = (id: string) => toasts.set((held) => held.filter((one) => one.id !== id));

function One({ one }: { one: Toast }) {
  const t = useT();
  const [stays, setStays] = useState(false);
  useEffect(() => {
    // An offer with a deadline goes when it can no longer be kept; plain words wait for the reader.
    if (stays && !one.action) return;
    const timer = setTimeout(() => drop(one.id), one.ms);
    return () => clearTimeout(timer);
  }, [one, stays]);
  return (
    <div
      onPointerEnter={() => setStays(true)}
      onPointerLeave={() => setStays(false)}
      className={cx(
        "pointer-events-auto flex w-full max-w-md animate-appear items-center gap-2 overflow-hidden rounded-md border border-raised ps-4 pe-1 lg:pointer-fine:py-1",
        one.tone === "blocked" ? "bg-blocked text-blocked-ink" : "bg-ink text-bg",
      )}
    >
      <span className="min-w-0 flex-1 py-2 font-semibold">{one.text}</span>
      {one.action && (
        <button
          type="button"
          className="min-h-12 rounded-sm px-3 font-semibold underline underline-offset-4"
          onClick={() => {
            drop(one.id);
            one.action?.run();
          }}
        >
          {one.action.label}
        </button>
      )}
      <IconButton label={t("close")} size="desk" className="text-current! hover:bg-transparent!" onClick={() => drop(one.id)}>
        <Sign name="close" size={14} />
      </IconButton>
    </div>
  );
}

/**
 * The place where toasts appear; once per application. Under a hand the forms and the main button lie below, so they come
 * one at a time over the bar at the top; at a desk they come from below.
 */
export function Toaster() {
  const shown = useStore(toasts);
  return (
    <div aria-live="polite" className={cx(
        "pointer-events-none fixed inset-x-0 z-50 flex flex-col items-center gap-2 px-4",
        "top-0 pt-[max(0.25rem,env(safe-area-inset-top))] *:not-last:hidden",
        "lg:pointer-fine:top-auto lg:pointer-fine:bottom-0 lg:pointer-fine:p-4 lg:pointer-fine:*:not-last:flex",
      )}>
      {shown.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </div>
  );
}
