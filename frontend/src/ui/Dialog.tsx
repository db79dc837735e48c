/** Windows over the page, on the browser's own dialog: focus stays inside, Escape closes, the rest is inert. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { IconButton } from "./Button";
import { Sign } from "./icons";

type Window = { title: string; onClose: () => void; children: ReactNode; className?: string };

function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (!dialog) return;
    dialog.showModal();
    // The browser would take the closing button; the window starts at what it is for, or as a whole.
    (dialog.querySelector<HTMLElement>("[data-autofocus]") ?? dialog).focus();
    const cancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const outside = (event: MouseEvent) => {
      if (event.target === dialog) close.current();
    };
    dialog.addEventListener("cancel", cancel);
    dialog.addEventListener("mousedown", outside);
    return () => {
      dialog.removeEventListener("cancel", cancel);
      dialog.removeEventListener("mousedown", outside);
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return ref;
}

function Heading({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const t = useT();
  return (
    <header className="flex items-center gap-3 border-b ps-5 pe-2.5 py-2.5">
      <h2 id={id} className="min-w-0 flex-1 text-lg">{title}</h2>
      <IconButton label={t("close")} onClick={onClose}><Sign name="close" /></IconButton>
    </header>
  );
}

/** Mount it to open, unmount it to close; `data-autofocus` marks where it starts. On a phone it rises from below. */
export function Dialog({ title, onClose, children, className }: Window) {
  const id = useId();
  const ref = useModal(onClose);
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      aria-labelledby={id}
      className={cx(
        "m-auto outline-none w-[min(32rem,100vw)] max-w-none animate-rise overflow-hidden rounded-lg border bg-raised p-0",
        "max-sm:mb-0 max-sm:rounded-b-none",
        className,
      )}
    >
      <div className="flex max-h-[90dvh] flex-col">
        <Heading id={id} title={title} onClose={onClose} />
        <div className="overflow-y-auto p-5">{children}</div>
      </div>
    </dialog>
  );
}

/** A modal sheet along the end edge. */
export function Drawer({ title, onClose, children, className }: Window) {
  const id = useId();
  const ref = useModal(onClose);
  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      aria-labelledby={id}
      className={cx("my-0 outline-none ms-auto me-0 h-dvh max-h-none w-[min(28rem,100vw)] max-w-none animate-slide-in border-s bg-raised p-0", className)}
    >
      <div className="flex h-full flex-col">
        <Heading id={id} title={title} onClose={onClose} />
        <div className="min-h-0 flex-1 overflow-y-auto p-5">{children}</div>
      </div>
    </dialog>
  );
}

/** A drawer beside the page that leaves the page in use (the job drawer over the board); Escape closes it. */
export function SidePanel({ label, onClose, children, className }: Omit<Window, "title"> & { label: string }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const panel = ref.current;
    (panel?.querySelector<HTMLElement>("[data-autofocus]") ?? panel)?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) onClose();
    };
    window.addEventListener("keydown", leave);
    return () => window.removeEventListener("keydown", leave);
  }, [onClose]);
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      aria-label={label}
      className={cx(
        "flex w-88 shrink-0 animate-slide-in min-[88rem]:w-100 flex-col border-s bg-raised outline-none",
        "max-lg:fixed max-lg:inset-y-0 max-lg:end-0 max-lg:z-20 max-lg:w-[min(28rem,100vw)]",
        className,
      )}
    >
      {children}
    </aside>
  );
}
