import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { asProblem } from "@/api/problem";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { firstData } from "@/lib/firstData";
import { Link, Navigate, useNavigate, useSearchParams } from "@/lib/router";
import { useStore } from "@/lib/store";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { ProblemNote } from "@/ui/ProblemNote";
import { Skeleton, SkeletonBlock } from "@/ui/Skeleton";
import { readPreferred } from "../api/book";
import { findCenters, type Found, type Search } from "../api/centers";
import { CentersFound, type CentersMap } from "../components/CentersFound";
import { remembered } from "../live/remembered";

const ALL = "/book?all";

/**
 * Which centre: found by city, postcode or words, or by where one is. Who has one already goes on to it. What was typed
 * stands in the address, so that it outlives a reload and can be shared; where one is does not, for that is one's own.
 */
export function CentersPage({ Map }: { Map: CentersMap }) {
  const t = useT();
  const me = useMe();
  const go = useNavigate();
  const [query] = useSearchParams();
  const [near, setNear] = useState("");
  const text = near ? "" : (query.get("q") ?? "");
  const search: Search = { text, near };
  const [typed, type] = useState(text);
  useEffect(() => type(text), [text]);
  const [trouble, setTrouble] = useState<"book.near_refused" | "book.near_failed">();
  const unasked = !text && !near;
  const { data, error, isFetching } = useQuery({
    queryKey: ["find-centers", search],
    queryFn: () => findCenters(search),
    retry: (count, failed) => asProblem(failed).passing && count < 2,
    // The page came with the list that a visitor begins with; whoever is known may begin with another one.
    ...(unasked && !me ? { initialData: () => firstData<Found[]>("centers"), initialDataUpdatedAt: 0 } : {}),
  });
  const preferred = useQuery({ queryKey: ["preferred", me?.id], queryFn: readPreferred, enabled: me !== null, staleTime: 60_000 });
  const last = useStore(remembered)?.centerId;

  if (!query.has("all") && unasked) {
    if (me && preferred.isPending) return <Waiting />;
    const known = [query.get("center"), preferred.data, last].find((id) => id && data?.some((one) => one.id === id));
    const only = data?.length === 1 ? data[0]!.id : undefined;
    if (known ?? only) return <Navigate to={`/book/${known ?? only}`} replace />;
  }

  const find = (words: string) => {
    setNear("");
    go(words ? `/book?${new URLSearchParams({ q: words }).toString()}` : ALL);
  };
  const nearMe = () => {
    setTrouble(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setNear(`${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`),
      (refused) => setTrouble(refused.code === refused.PERMISSION_DENIED ? "book.near_refused" : "book.near_failed"),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  };
  const problem = error && asProblem(error);
  return (
    <div className={cx("mx-auto flex w-full max-w-160 flex-1 flex-col gap-4 px-4 py-6", firstData("map") !== undefined && "lg:max-w-320")}>
      <h1 className="text-2xl">{t("book.where")}</h1>
      <Form label={t("book.where")} className="flex flex-col gap-2 lg:max-w-136" onSend={async () => find(typed.trim())}>
        {() => (
          <div className="flex items-end gap-2">
            <div className="min-w-0 flex-1"><Field label={t("book.find")} name="text" type="search" enterKeyHint="search" autoComplete="postal-code" value={typed} onChange={(event) => type(event.target.value)} /></div>
            <Button type="submit" busy={isFetching && !unasked}>{t("book.search")}</Button>
          </div>
        )}
      </Form>
      {"geolocation" in navigator && <Button tone="quiet" className="-ms-4 self-start text-accent!" onClick={nearMe}>{t("book.near")}</Button>}
      {trouble && <p role="status" className="text-sm text-muted">{t(trouble)}</p>}
      {!data && !problem && <Waiting />}
      {problem && problem.passing && !data && <EmptyState kind="offline">{t("book.offline")}</EmptyState>}
      {problem && !problem.passing && problem.code !== "postcode_not_served" && <ProblemNote problem={problem} fields />}
      {problem && problem.code === "postcode_not_served" && (
        <>
          <EmptyState kind="no-results" title={problem.detail} action={<Button onClick={() => find("")}>{t("book.all_centers")}</Button>}>{problem.next}</EmptyState>
          <CentersFound centers={(problem.body["nearest"] as Found[] | undefined) ?? []} Map={Map} />
        </>
      )}
      {!problem && data?.length === 0 && (
        <EmptyState kind="no-results" title={t("book.no_center", { text: search.text })} action={<Button onClick={() => find("")}>{t("book.all_centers")}</Button>}>
          {t("book.no_center_text")}
        </EmptyState>
      )}
      {!problem && data && <CentersFound centers={data} Map={Map} />}
      <p className="mt-auto pt-4 text-sm text-muted">{t("book.owner")} <Link to="/join" className="font-semibold">{t("book.join")}</Link></p>
    </div>
  );
}

function Waiting() {
  return (
    <Skeleton className="p-4">
      <SkeletonBlock className="h-8 w-2/3" />
      <SkeletonBlock className="h-12" />
      <SkeletonBlock className="h-18" />
      <SkeletonBlock className="h-18" />
    </Skeleton>
  );
}
