import { useEffect, useState, type ReactNode } from "react";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";

/** Whether `ms` have passed since the component appeared. */
export function useAfter(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}

/** Shown while a first load takes longer than 300 ms; nothing before that. */
export function Skeleton({ rows = 3, className, children }: { rows?: number; className?: string; children?: ReactNode }) {
  const t = useT();
  if (!useAfter(300)) return null;
  return (
    <div role="status" aria-label={t("loading")} className={cx("animate-appear space-y-3", className)}>
      {children ?? Array.from({ length: rows }, (_, index) => <SkeletonBlock key={index} className="h-16" />)}
    </div>
  );
}

export function SkeletonBlock({ className }: { className?: string }) {
  return <div className={cx("animate-breathe rounded-md bg-line", className)} />;
}
