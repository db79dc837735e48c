import { useEffect, useRef, useState, type ReactNode } from "react";
import { cx } from "@/lib/cx";

/** A button that shows a small sheet below itself; Escape, a press outside or a choice closes it. */
export function Menu({ label, button, children, up = false }: { label: string; button: ReactNode; children: ReactNode; up?: boolean }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      trigger.current?.focus();
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      document.removeEventListener("keydown", leave);
    };
  }, [open]);
  return (
    <div ref={box} className="relative">
      <button
        ref={trigger}
        type="button"
        aria-expanded={open}
        aria-label={label}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 w-full items-center gap-2.5 rounded-sm"
      >
        {button}
      </button>
      {open && (
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- choices inside bubble up
        <div
          onClick={(event) => (event.target as Element).closest("a, button[data-choice]") && setOpen(false)}
          className={cx("absolute z-30 w-56 animate-rise rounded-md border bg-raised p-1.5 max-md:end-0 max-md:top-full max-md:mt-2", up ? "md:start-0 md:bottom-full md:mb-2" : "md:end-0 md:top-full md:mt-2")}
        >
          {children}
        </div>
      )}
    </div>
  );
}
