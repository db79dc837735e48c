import { useT } from "@/lib/i18n";
import { StateIcon } from "./icons";

/** "2 updates": lets in what waited while a finger or a caret was on the page. */
export function HeldUpdates({ waiting, onRelease }: { waiting: number; onRelease: () => void }) {
  const t = useT();
  if (waiting === 0) return null;
  return (
    <button
      type="button"
      onPointerDown={onRelease}
      onClick={onRelease}
      className="inline-flex min-h-8 animate-appear items-center gap-2 rounded-full bg-accent px-3 text-xs font-semibold text-accent-ink"
    >
      <StateIcon state="progress" size={13} />
      {t("held.updates", { count: waiting })}
    </button>
  );
}
