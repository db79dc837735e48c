import { useQuery } from "@tanstack/react-query";
import { Suspense, useEffect, type ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { readCenter, type Center } from "@/features/book/api/book";
import type { CentersMap as MapOf } from "@/features/book/components/CentersFound";
import type { JoinProps } from "@/features/book/components/JoinList";
import { beginAt, draft } from "@/features/book/live/draft";
import { openStep, STEPS, type Step } from "@/features/book/model/draft";
import { WorkPage } from "@/features/book/pages/WorkPage";
import type { Fetched as FetchedPart } from "@/features/book/pages/CheckPage";
import type { Entry } from "@/features/book/pages/YouPage";
import { firstData } from "@/lib/firstData";
import { Navigate, Route, Routes, useParams } from "@/lib/router";
import { ZoneContext } from "@/lib/zone";
import { useStore } from "@/lib/store";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { area } from "../area";
import { MissingPage } from "../MissingPage";
import { BookShell } from "../shells/BookShell";
import { usePerson } from "../usePerson";

const later = () => import("./bookLater");
const CentersPage = area(async () => ({ default: (await import("@/features/book/pages/CentersPage")).CentersPage }), "find");
const CentersMap: MapOf = area(() => import("@/features/book/components/CentersMap"), "find");
const TimePage = area(async () => ({ default: (await later()).Times }), "plan");
const YouPage = area(async () => ({ default: (await later()).YouPage }), "plan");
const CheckPage = area(async () => ({ default: (await later()).CheckPage }), "plan");
const CenterNews = area(async () => ({ default: (await later()).CenterNews }));
const Done = area(async () => ({ default: (await later()).Done }), "plan", "visit", "forms");
const JoinList = area(() => import("@/features/book/components/JoinList"), "waiting", "forms");
const Fetched: FetchedPart = area(async () => ({ default: (await later()).Fetched }), "plan");
const EntryDialog: Entry = area(async () => ({ default: (await import("./account")).EntryDialog }), "account", "forms");

export default function BookArea() {
  const { asking } = usePerson();
  return (
    <BookShell>
      {asking ? <Skeleton className="p-6" /> : (
        <Suspense fallback={<Skeleton className="p-6" />}>
          <Routes>
            <Route index element={<CentersPage Map={CentersMap} />} />
            <Route path=":centerId/done/:id" element={<Done />} />
            <Route path=":centerId" element={<AtCenter step="work">{(center) => <WorkPage center={center} />}</AtCenter>} />
            <Route path=":centerId/time" element={<AtCenter step="time">{(center) => <TimePage center={center} Join={Join} />}</AtCenter>} />
            <Route path=":centerId/you" element={<AtCenter step="you">{(center) => <YouPage center={center} Entry={EntryDialog} />}</AtCenter>} />
            <Route path=":centerId/check" element={<AtCenter step="check">{(center) => <CheckPage center={center} Fetched={Fetched} />}</AtCenter>} />
            <Route path="*" element={<MissingPage />} />
          </Routes>
        </Suspense>
      )}
    </BookShell>
  );
}

/** Waiting where nothing is free, with signing in on the page. */
function Join(where: JoinProps) {
  return <JoinList {...where} Entry={EntryDialog} />;
}

/** The centre that came with the page, to be read again at once. */
function first(id: string) {
  const center = firstData<Center>("center");
  return center?.id === id ? { initialData: center, initialDataUpdatedAt: 0 } : {};
}

/** A step at the centre of the address; one that cannot be taken yet leads back to the first that is open. */
function AtCenter({ step, children }: { step: Step; children: (center: Center) => ReactNode }) {
  const { centerId = "" } = useParams();
  const { person } = usePerson();
  const { data, error } = useQuery({ queryKey: ["center", centerId], queryFn: () => readCenter(centerId), staleTime: 60_000, ...first(centerId) });
  const typed = useStore(draft);
  const found = data?.id;
  useEffect(() => {
    if (found) beginAt(found);
    // The steps that follow are at hand when they are wanted.
    void later();
  }, [found]);
  if (!data && error) return <EmptyState page kind={asProblem(error).passing ? "offline" : "no-results"} className="my-auto" />;
  if (!data || typed.centerId !== data.id) return <Skeleton className="p-6" />;
  const open = openStep(typed, person !== null);
  if (STEPS.indexOf(step) > STEPS.indexOf(open)) return <Navigate to={`/book/${centerId}${open === "work" ? "" : `/${open}`}`} replace />;
  return (
    <ZoneContext.Provider value={data.zone}>
      <Suspense><CenterNews center={data.id} /></Suspense>
      {children(data)}
    </ZoneContext.Provider>
  );
}
