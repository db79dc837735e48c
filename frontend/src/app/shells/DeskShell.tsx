import { useMemo, type ReactNode } from "react";
import { NavLink, useNavigate } from "@/lib/router";
import type { RoleName } from "@/api/session";
import { cx } from "@/lib/cx";
import { useT, type MessageId } from "@/lib/i18n";
import { useMe } from "@/live/me";
import { useDeeds } from "@/ui/deeds";
import { DensityContext } from "@/ui/density";
import { KeyboardHelp, openPalette } from "@/ui/KeyboardHelp";
import { Keys } from "@/ui/KeyList";
import { LiveDot } from "@/ui/LiveDot";
import { Sign } from "@/ui/icons";
import { useAreaTheme } from "@/ui/theme";
import { drives, holds } from "../home";
import { Bell } from "../Bell";
import { PersonMenu } from "../PersonMenu";
import { Brand, SkipLink } from "./parts";

/** The desk's screens, in the order of the navigation. A screen enters this list when it exists. */
const screens: { to: string; name: MessageId; roles?: RoleName[] }[] = [
  { to: "/board", name: "nav.board" },
  { to: "/desk/calendar", name: "nav.calendar" },
  { to: "/desk/customers", name: "nav.customers" },
  { to: "/floor", name: "nav.floor" },
  { to: "/screens", name: "nav.screens" },
  { to: "/admin/centre", name: "nav.admin", roles: ["admin"] },
];

/** For who drives besides. */
const DRIVES: (typeof screens)[number] = { to: "/drive", name: "nav.drives" };

export function DeskShell({ children }: { children: ReactNode }) {
  useAreaTheme();
  const t = useT();
  const go = useNavigate();
  const me = useMe();
  const own = useMemo(() => {
    const open = screens.filter(({ roles }) => !roles || holds(me, ...roles));
    return me !== null && drives(me) ? [...open, DRIVES] : open;
  }, [me]);
  useDeeds(
    "desk",
    useMemo(() => own.map(({ to, name }) => ({ id: to, label: t(name), run: () => void go(to) })), [own, t, go]),
  );
  return (
    <DensityContext.Provider value="desk">
      <SkipLink />
      <div className="flex h-dvh max-md:flex-col">
        <nav aria-label={t("nav.label")} className="flex shrink-0 gap-0.5 border-line bg-surface max-md:items-center max-md:border-b max-md:px-3 max-md:py-1 md:w-30 md:flex-col md:border-e md:px-2 md:py-4 min-[88rem]:w-44 min-[88rem]:px-2.5">
          <Brand className="max-md:me-1 max-md:w-6 max-md:shrink-0 max-md:overflow-hidden md:px-2 md:pb-4 min-[88rem]:px-2.5" />
          <div ref={showOpen} className="flex min-w-0 flex-1 gap-0.5 max-md:scroll-px-5 max-md:overflow-x-auto md:flex-none md:flex-col">
            {own.map(({ to, name }) => (
              <NavLink
                key={to}
                to={to}
                className={({ isActive }) =>
                  cx("flex min-h-9 shrink-0 items-center rounded-sm px-2.5 no-underline", isActive ? "bg-raised font-semibold text-ink inset-ring inset-ring-line" : "font-medium text-muted hover:text-ink")
                }
              >
                {t(name)}
              </NavLink>
            ))}
          </div>
          <div className="flex gap-3 max-md:ms-auto max-md:items-center md:mt-auto md:flex-col md:px-2.5">
            <LiveDot className="max-md:min-w-9" />
            <Bell />
            <PersonMenu up compact />
          </div>
        </nav>
        <main id="content" className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</main>
      </div>
      <KeyboardHelp />
    </DensityContext.Provider>
  );
}

/** On a phone the screens are a row to be swiped: it shows the one that is open, also when what is beside it takes more room. */
function showOpen(row: HTMLElement | null): (() => void) | undefined {
  const show = () => row?.querySelector("[aria-current=page]")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  show();
  if (!row || typeof ResizeObserver === "undefined") return undefined;
  const watch = new ResizeObserver(show);
  watch.observe(row);
  return () => watch.disconnect();
}

/**
 * The bar over a desk page: its title, what it is about, "Search or do", and its own buttons at the end. A `low` one is a
 * single line on a phone, where the navigation above it names the page.
 */
export function DeskBar({ title, note, low = false, children }: { title: string; note?: ReactNode; low?: boolean; children?: ReactNode }) {
  const t = useT();
  return (
    <header className={cx("flex items-center gap-3 border-b px-4.5", low ? "max-md:px-3 max-md:py-1 md:min-h-15 md:flex-wrap md:py-2.5" : "min-h-15 flex-wrap py-2.5")}>
      <h1 className={cx("text-lg max-lg:flex-1", low && "max-md:sr-only")}>{title}</h1>
      <div className={cx("flex min-w-0 flex-1 gap-1.5 whitespace-nowrap text-muted", low ? "md:basis-56 md:max-lg:order-last md:max-lg:-mt-1.5 md:max-lg:basis-full" : "basis-56 max-lg:order-last max-lg:-mt-1.5 max-lg:basis-full")}>{note}</div>
      <button
        type="button"
        onClick={openPalette}
        className="flex min-h-9 items-center gap-2 rounded-sm border px-2.5 text-muted hover:border-control md:min-w-52"
      >
        <Sign name="search" size={14} />
        <span className="flex-1 text-start max-md:sr-only">{t("keys.palette")}</span>
        <span className="max-md:hidden"><Keys keys="mod+k" /></span>
      </button>
      {children}
    </header>
  );
}
