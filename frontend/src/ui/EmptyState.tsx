import type { ReactNode } from "react";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { Sign, StateIcon } from "./icons";

export type EmptyKind = "empty" | "no-results" | "no-permission" | "offline";

/** What belongs here and the one button that makes it; four kinds that are four different texts. */
export function EmptyState({ kind, page = false, title, children, action, className }: {
  kind: EmptyKind;
  /** It is all there is on the page: its title is the page's. */
  page?: boolean;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const t = useT();
  const Title = page ? "h1" : "h2";
  const signs: Record<EmptyKind, ReactNode> = {
    empty: <StateIcon state="queued" size={24} />,
    "no-results": <Sign name="search" size={24} />,
    "no-permission": <Sign name="lock" size={24} />,
    offline: <Sign name="offline" size={24} />,
  };
  return (
    <div data-empty={kind} className={cx("mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center", className)}>
      <span className="mb-1 grid size-12 place-items-center rounded-full border bg-raised text-muted">{signs[kind]}</span>
      <Title className="text-base font-semibold">{title ?? t(`empty.${kind}.title`)}</Title>
      <p className="text-muted text-pretty">{children ?? t(`empty.${kind}.text`)}</p>
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
