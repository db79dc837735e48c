import type { HTMLAttributes } from "react";
import { cx } from "@/lib/cx";

/** A raised sheet with a 1 px border. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div className={cx("rounded-md border bg-raised", className)} {...rest} />;
}
