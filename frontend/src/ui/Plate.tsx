import { cx } from "@/lib/cx";

const sizes = {
  xs: "text-[11px] tracking-[.02em] px-1.25 py-1 border-[1.5px] rounded-[5px]",
  sm: "text-[13px] tracking-[.06em] px-1.75 py-1 border-[1.5px] rounded-[5px]",
  lg: "text-2xl tracking-[.05em] px-3 py-2 border-2 rounded-sm",
  wall: "text-[2.5rem] tracking-[.03em] px-3.5 py-2.5 border-3 rounded-md border-muted! bg-bg!",
};

/** A number plate, always read left to right. */
export function Plate({ children, size = "sm", className }: { children: string; size?: keyof typeof sizes; className?: string }) {
  return (
    <span dir="ltr" className={cx("inline-block border-ink bg-raised font-plate font-bold leading-none whitespace-nowrap", sizes[size], className)}>
      {children}
    </span>
  );
}
