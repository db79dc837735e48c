import { useQuery } from "@tanstack/react-query";
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
  return (
    <>
      <DeskBar title={t("nav.screens")} note={t("desk.screens.text")} />
      <div className="grid min-h-0 flex-1 content-start gap-6 overflow-y-auto p-4.5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label={t("nav.screens")} className="max-lg:order-last">
          {error && !data && <ProblemNote problem={asProblem(error)} />}
          {!data && !error && <Skeleton rows={3} />}
          {data?.length === 0 && <EmptyState kind="empty" title={t("desk.screens.none")}>{t("desk.screens.none_text", { address: `${location.host}/floor` })}</EmptyState>}
          {data && data.length > 0 && (
            <ul className="rounded-md border bg-raised px-4">
              {data.map((screen) => <ScreenRow key={screen.id} screen={screen} now={dataUpdatedAt} />)}
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
