import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import type { Deed } from "./deeds";
import { Dialog } from "./Dialog";
import { find } from "./find";
import { Keys } from "./KeyList";

/** Ctrl/Cmd+K: everything the page offers, by name. */
export function Palette({ deeds, onClose }: { deeds: Deed[]; onClose: () => void }) {
  const t = useT();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => find(deeds, query), [deeds, query]);
  const chosen = Math.min(at, found.length - 1);

  const take = (deed: Deed | undefined) => {
    if (!deed) return;
    onClose();
    deed.run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && !event.nativeEvent.isComposing) take(found[chosen]);
    else if (step) setAt((chosen + step + found.length) % Math.max(1, found.length));
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t("keys.palette")} onClose={onClose} className="mt-[12vh]!">
      <input
        data-autofocus
        role="combobox"
        aria-label={t("palette.placeholder")}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
        placeholder={t("palette.placeholder")}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="min-h-12 w-full rounded-sm border border-control bg-raised px-3 text-base"
      />
      <p role="status" className="sr-only">{t("palette.results", { count: found.length })}</p>
      <ul id={`${id}-list`} role="listbox" aria-label={t("keys.palette")} className="mt-2 max-h-80 overflow-y-auto">
        {found.map((deed, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the combobox's
          <li
            key={deed.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => take(deed)}
            onPointerMove={() => setAt(index)}
            className={cx("flex min-h-10 items-center gap-3 rounded-sm px-3", index === chosen && "bg-accent-soft")}
          >
            <span className={cx("truncate font-medium", deed.hint ? "max-w-[65%] shrink-0" : "min-w-0 flex-1")}>{deed.label}</span>
            {deed.hint && <span className="ms-auto min-w-0 truncate text-muted">{deed.hint}</span>}
            {deed.keys && <Keys keys={deed.keys} />}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-3 py-6 text-center text-muted">{t("palette.nothing")}</p>}
    </Dialog>
  );
}
