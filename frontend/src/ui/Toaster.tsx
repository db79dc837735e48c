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
        "pointer-events-auto flex w-full max-w-md animate-rise items-center gap-2 overflow-hidden rounded-md ps-4 pe-1 py-1",
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

/** The place where toasts appear; once per application. */
export function Toaster() {
  const shown = useStore(toasts);
  return (
    <div aria-live="polite" className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
      {shown.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </div>
  );
}
