import type { InputHTMLAttributes, ReactNode } from "react";
import { cx } from "@/lib/cx";
import { StateIcon } from "@/ui/icons";

/** One of some that are chosen by a tap: a radio button or a checkbox that looks like what it is for. */
export function Chip({ children, className, ...input }: InputHTMLAttributes<HTMLInputElement> & { type: "radio" | "checkbox"; children: ReactNode }) {
  return (
    <label
      className={cx(
        "relative flex min-h-12 cursor-pointer items-center gap-2 rounded-md border px-3.5 py-2 font-medium has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        input.checked ? "border-accent! bg-accent-soft text-accent inset-ring inset-ring-accent" : "bg-raised hover:border-control",
        className,
      )}
    >
      <input className="absolute inset-0 cursor-pointer opacity-0" {...input} />
      <span aria-hidden="true" className={cx("grid size-4.5 shrink-0 place-items-center border border-control", input.type === "radio" ? "rounded-full" : "rounded-[5px]", input.checked && "border-accent! bg-accent text-accent-ink")}>
        {input.checked && <StateIcon state="done" size={11} />}
      </span>
      {children}
    </label>
  );
}
