import { lazy, Suspense } from "react";

const Late = lazy(async () => ({ default: (await import("./PersonMenu")).PersonMenu }));

/** The person's menu on public pages, most of whose readers are nobody here: it comes after the page, into its place. */
export function LatePersonMenu() {
  return <Suspense fallback={<span className="size-9" />}><Late compact /></Suspense>;
}
