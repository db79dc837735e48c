import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link, type LinkProps } from "@/lib/router";
import type { Tone } from "@/api/things";
import { cx } from "@/lib/cx";
import { useDensity, type Density } from "./density";

export type ButtonTone = Tone | "quiet";

const sizes: Record<Density, string> = {
  desk: "min-h-9 px-3.5 gap-2 text-sm rounded-sm",
  phone: "min-h-12 px-4 gap-2 text-base rounded-sm",
  bay: "min-h-18 px-5 gap-3 text-lg rounded-md",
  main: "min-h-24 px-6 gap-3 text-2xl rounded-lg",
};
const tones: Record<ButtonTone, string> = {
  primary: "bg-accent text-accent-ink border-transparent hover:bg-accent-strong",
  neutral: "bg-raised text-ink border-line hover:border-control",
  danger: "bg-raised text-blocked-text border-line hover:border-blocked",
  quiet: "bg-transparent text-muted border-transparent hover:text-ink hover:bg-surface",
};
const shape =
  "relative inline-flex items-center justify-center border font-semibold leading-tight text-center no-underline select-none " +
  "transition-[opacity,transform] active:scale-[0.985] disabled:opacity-50 disabled:active:scale-100";

function look(tone: ButtonTone, size: Density, wide?: boolean, own?: string): string {
  return cx(shape, sizes[size], tones[tone], wide && "w-full", own);
}

type Common = { tone?: ButtonTone; size?: Density; wide?: boolean; children: ReactNode };

export type ButtonProps = Common & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean; ref?: Ref<HTMLButtonElement> };

/** A button; `busy` keeps it in place, readable and focused, and lets no second press through. */
export function Button({ tone = "neutral", size, wide, busy, className, type, onClick, ...rest }: ButtonProps) {
  const density = useDensity(size);
  return (
    <button
      type={type ?? "button"}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(look(tone, density, wide, className), busy && "animate-breathe")}
      {...rest}
    />
  );
}

/** The same look for a link. */
export function ButtonLink({ tone = "neutral", size, wide, className, ...rest }: Common & LinkProps) {
  return <Link className={look(tone, useDensity(size), wide, className)} {...rest} />;
}

/** The same look for what leads out of the application: a call, a file. */
export function ButtonAnchor({ tone = "neutral", size, wide, className, children, ...rest }: Common & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a className={look(tone, useDensity(size), wide, className)} {...rest}>{children}</a>;
}

/** A square button with a sign only; `label` is what it is called. */
export function IconButton({ label, size, className, ...rest }: ButtonProps & { label: string }) {
  const density = useDensity(size);
  const squares: Record<Density, string> = { desk: "size-9", phone: "size-12", bay: "size-18", main: "size-24" };
  return <Button aria-label={label} title={label} size={density} tone="quiet" className={cx("px-0! shrink-0", squares[density], className)} {...rest} />;
}
