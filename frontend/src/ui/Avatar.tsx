import { cx } from "@/lib/cx";

/** A person's initials; the name is what a screen reader says. */
export function Avatar({ name, initials, className }: { name: string; initials?: string; className?: string }) {
  const letters = initials ?? name.split(/\s+/).map((word) => word[0] ?? "").slice(0, 2).join("").toUpperCase();
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      data-letters={letters}
      className={cx("inline-grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent before:content-[attr(data-letters)]", className)}
    />
  );
}
