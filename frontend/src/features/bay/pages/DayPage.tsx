import { Link } from "@/lib/router";
import { BayBar } from "@/app/shells/BayShell";
import { useT } from "@/lib/i18n";
import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { EmptyState } from "@/ui/EmptyState";
import { LiveState } from "@/ui/LiveState";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import { queueKey, readQueue } from "../api/bay";

export function DayPage() {
  const t = useT();
  const center = useCenterId();
  const live = useLiveDocument(queueKey(center), () => readQueue(center));
  return (
    <>
      <BayBar><h1 className="text-xl">{t("nav.day")}</h1></BayBar>
      <main id="content" className="flex flex-1 flex-col gap-4 p-4 sm:p-7">
        <LiveState live={live}>
          {({ jobs }) =>
            jobs.length === 0 ? (
              <EmptyState kind="empty" title={t("bay.none")}>{t("bay.none_text")}</EmptyState>
            ) : (
              jobs.map((job) => (
                <Tint key={job.id} by={job.version} className="rounded-md">
                  <Link to={`jobs/${job.id}`} className="flex min-h-18 items-center gap-5 rounded-md border bg-raised px-6 text-lg text-ink no-underline">
                    <span className="font-semibold">{job.bay?.name}</span>
                    <Plate size="lg">{job.vehicle.plate}</Plate>
                    <span className="min-w-0 flex-1 truncate">{job.title}</span>
                    <Pill state={job.state} size="lg" />
                  </Link>
                </Tint>
              ))
            )
          }
        </LiveState>
      </main>
    </>
  );
}
