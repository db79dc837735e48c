import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { asProblem } from "@/api/problem";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { useCenterId } from "@/live/me";
import { EmptyState } from "@/ui/EmptyState";
import { ProblemNote } from "@/ui/ProblemNote";
import { Skeleton } from "@/ui/Skeleton";
import { readScreens, screensKey } from "../api/screens";
import { PairScreen } from "../components/PairScreen";
import { ScreenRow } from "../components/ScreenRow";

/** Another desk may pair and remove too. */
const AGAIN_MS = 15_000;

/** The wall screens of the centre: pair one by its code, take one away. */
export function ScreensPage() {
  const t = useT();
  const center = useCenterId();
  const { data, dataUpdatedAt, error } = useQuery({ queryKey: screensKey(center), queryFn: () => readScreens(center), refetchInterval: AGAIN_MS });
  const page = useRef<HTMLDivElement>(null);
  /** The one taken away just now, and where it stood. */
  const removed = useRef<{ id: string; at: number } | null>(null);
  useEffect(() => {
    if (!removed.current || !data || data.some((screen) => screen.id === removed.current?.id)) return;
    // Its button had the focus: the next one's takes over, the last one's, or the code's field when there is none.
    const buttons = page.current?.querySelectorAll<HTMLElement>("li button") ?? [];
    const next = buttons[Math.min(removed.current.at, buttons.length - 1)] ?? page.current?.querySelector("input");
    if (!document.activeElement || document.activeElement === document.body) next?.focus();
    removed.current = null;
  }, [data]);
  return (
    <>
      <DeskBar title={t("nav.screens")} note={t("desk.screens.text")} />
      <div ref={page} className="grid min-h-0 flex-1 content-start gap-6 overflow-y-auto p-4.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label={t("nav.screens")} className="max-lg:order-last">
          {error && !data && <ProblemNote problem={asProblem(error)} />}
          {!data && !error && <Skeleton rows={3} />}
          {data?.length === 0 && <EmptyState kind="empty" title={t("desk.screens.none")}>{t("desk.screens.none_text", { address: `${location.host}/floor` })}</EmptyState>}
          {data && data.length > 0 && (
            <ul className="rounded-md border bg-raised px-4">
              {data.map((screen, at) => <ScreenRow key={screen.id} screen={screen} now={dataUpdatedAt} onRemoved={() => (removed.current = { id: screen.id, at })} />)}
            </ul>
          )}
        </section>
        <section className="rounded-md border bg-raised p-4">
          <h2 className="mb-3 text-base">{t("desk.screens.new")}</h2>
          <PairScreen />
        </section>
      </div>
    </>
  );
}
