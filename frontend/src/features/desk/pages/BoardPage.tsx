import { useMemo } from "react";
import { Link, useNavigate, useParams } from "@/lib/router";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { ZoneContext } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { useCenterId } from "@/live/me";
import { useDeeds } from "@/ui/deeds";
import { LiveState } from "@/ui/LiveState";
import { Pill } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import { boardKey, readBoard } from "../api/desk";
import { JobDrawer } from "../components/JobDrawer";

export function BoardPage() {
  const t = useT();
  const go = useNavigate();
  const { id } = useParams();
  const center = useCenterId();
  const live = useLiveDocument(boardKey(center), () => readBoard(center));
  const jobs = live.document?.jobs;
  useDeeds(
    "board",
    useMemo(
      () => (jobs ?? []).map((job) => ({ id: job.id, label: job.vehicle.plate, hint: job.title, run: () => void go(`/board/jobs/${job.id}`) })),
      [jobs, go],
    ),
  );
  return (
    <LiveState live={live}>
      {(board) => (
        <ZoneContext.Provider value={board.center.zone}>
          <div className="flex min-h-0 flex-1">
            <div className="flex min-w-0 flex-1 flex-col">
              <DeskBar title={t("nav.board")} note={board.center.name} />
              <div className="grid flex-1 auto-rows-min grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-2.5 overflow-y-auto p-4.5">
                {board.jobs.map((job) => (
                  <Tint key={job.id} by={job.version} className="rounded-md">
                    <Link to={`/board/jobs/${job.id}`} className="flex flex-col items-start gap-1.5 rounded-md border bg-raised p-2.5 text-ink no-underline">
                      <Plate size="xs">{job.vehicle.plate}</Plate>
                      <span className="font-semibold">{job.title}</span>
                      <Pill state={job.state} />
                    </Link>
                  </Tint>
                ))}
              </div>
            </div>
            {id && <JobDrawer key={id} id={id} onClose={() => void go("/board")} />}
          </div>
        </ZoneContext.Provider>
      )}
    </LiveState>
  );
}
