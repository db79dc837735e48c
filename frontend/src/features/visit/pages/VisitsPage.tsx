import { useQuery } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";
import type { Appointment } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { ZoneContext } from "@/lib/zone";
import { EmptyState } from "@/ui/EmptyState";
import { Sign } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { Skeleton } from "@/ui/Skeleton";
import { readVisits } from "../api/visit";

const OVER = new Set(["fulfilled", "cancelled", "rejected", "expired", "no_show"]);

/** Where a customer arrives: each visit opens its live page. */
export function VisitsPage() {
  const t = useT();
  const { data, error } = useQuery({ queryKey: ["visits"], queryFn: readVisits });
  if (!data && !error) return <Skeleton className="p-5" />;
  if (!data) return <EmptyState page className="my-auto" kind={asProblem(error).passing ? "offline" : "no-permission"} />;
  if (data.length === 0) return <EmptyState page className="my-auto" kind="empty" title={t("visits.none")}>{t("visits.none_text")}</EmptyState>;
  const byTime = [...data].sort((a, b) => a.scheduled_start.localeCompare(b.scheduled_start));
  const open = byTime.filter((one) => !OVER.has(one.status));
  const over = byTime.filter((one) => OVER.has(one.status)).reverse();
  return (
    <div className="flex flex-col gap-6 px-4 py-6">
      <h1 className="text-2xl">{t("visits.title")}</h1>
      <Group title={t("visits.upcoming")} visits={open} />
      <Group title={t("visits.past")} visits={over} />
    </div>
  );
}

function Group({ title, visits }: { title: string; visits: Appointment[] }) {
  if (visits.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-sm font-semibold text-muted">{title}</h2>
      <ul className="divide-y rounded-md border bg-raised">
        {visits.map((visit) => (
          <li key={visit.id}>
            <ZoneContext.Provider value={visit.center.zone}>
              <Link to={`/visit/${visit.id}`} className="flex min-h-18 items-center gap-4 px-4 py-3 text-ink no-underline">
                <span className="min-w-0 flex-1">
                  <span className="flex flex-wrap items-center gap-2.5">
                    <Plate>{visit.vehicle.plate}</Plate>
                    <Time at={visit.scheduled_start} show="day-time" className="text-sm text-muted" />
                  </span>
                  <span className="mt-1.5 block truncate font-semibold">{visit.services.map((one) => one.name).join(", ")}</span>
                </span>
                <Sign name="onward" className="shrink-0 text-muted" />
              </Link>
            </ZoneContext.Provider>
          </li>
        ))}
      </ul>
    </section>
  );
}
