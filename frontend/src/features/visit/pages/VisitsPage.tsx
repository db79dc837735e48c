import { Suspense, type ComponentType } from "react";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import type { Appointment } from "@/api/things";
import { useT } from "@/lib/i18n";
import { ButtonLink } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Skeleton } from "@/ui/Skeleton";
import { readVisits } from "../api/visit";
import { LiveVisitRow, VisitRow } from "../components/VisitRow";

const OVER = new Set(["fulfilled", "cancelled", "rejected", "expired", "no_show"]);

/** Where a customer arrives: what they wait for, and each visit, which opens its live page. */
export function VisitsPage({ Waiting }: { Waiting: ComponentType }) {
  const t = useT();
  const { data, error } = useQuery({ queryKey: ["visits"], queryFn: readVisits });
  if (!data && !error) return <Skeleton className="p-5" />;
  if (!data) return <EmptyState page className="my-auto" kind={asProblem(error).passing ? "offline" : "no-permission"} />;
  const waiting = <Suspense><Waiting /></Suspense>;
  // What is held is an offer: it stands with what one waits for.
  const visits = data.filter((one) => one.status !== "held");
  if (visits.length === 0) {
    return (
      <div className="flex flex-1 flex-col gap-6 px-4 py-6">
        {waiting}
        <EmptyState page className="my-auto" kind="empty" title={t("visits.none")} action={<Book />}>{t("visits.none_text")}</EmptyState>
      </div>
    );
  }
  const byTime = visits.sort((a, b) => a.scheduled_start.localeCompare(b.scheduled_start));
  const open = byTime.filter((one) => !OVER.has(one.status));
  const over = byTime.filter((one) => OVER.has(one.status)).reverse();
  return (
    <div className="flex flex-col gap-6 px-4 py-6">
      <div className="flex items-center justify-between gap-3">
        <h1 className="text-2xl">{t("visits.title")}</h1>
        <Book />
      </div>
      {waiting}
      <Group title={t("visits.upcoming")} visits={open} />
      <Group title={t("visits.past")} visits={over} />
    </div>
  );
}

function Book() {
  const t = useT();
  return <ButtonLink to="/book" tone="primary">{t("visits.book")}</ButtonLink>;
}

function Group({ title, visits }: { title: string; visits: Appointment[] }) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold text-muted">{title}</h2>
      <ul className="divide-y overflow-hidden rounded-md border bg-raised">
        {visits.map((visit) => (
          <li key={visit.id}>{visit.job_id && !OVER.has(visit.status) ? <LiveVisitRow visit={visit} /> : <VisitRow visit={visit} />}</li>
        ))}
      </ul>
    </section>
  );
}
