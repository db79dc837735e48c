import { useT } from "@/lib/i18n";
import { ZoneContext } from "@/lib/zone";
import { useLiveDocument } from "@/live/document";
import { Card } from "@/ui/Card";
import { LiveDot } from "@/ui/LiveDot";
import { LiveState } from "@/ui/LiveState";
import { Window } from "@/ui/moments";
import { StateMark } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { readVisit, visitKey } from "../api/visit";

export function VisitPage({ id, byLink = false }: { id: string; byLink?: boolean }) {
  const t = useT();
  const live = useLiveDocument(visitKey(id, byLink), () => readVisit(id, byLink), {
    refetchOn: (data, held) => !held.job && Boolean((data["appointment"] as { job_id?: string } | undefined)?.job_id),
  });
  return (
    <LiveState live={live}>
      {({ center, appointment, job, steps }) => (
        <ZoneContext.Provider value={center.zone}>
          <header className="border-b bg-raised px-5 py-4.5">
            <div className="flex items-center justify-between">
              <Plate>{appointment.vehicle.plate}</Plate>
              <LiveDot />
            </div>
            <h1 className="mt-3.5 text-2xl">{job?.title ?? t("visit.booked")}</h1>
            {job?.window && <p className="text-3xl font-bold tracking-tight"><Window {...job.window} /></p>}
          </header>
          <Card className="m-4 divide-y px-4">
            {[...steps].sort((a, b) => a.position - b.position).map((step) => (
              <p key={step.id} className="flex items-center gap-3 py-3">
                <StateMark state={step.completed_at ? "done" : step.running_since ? "progress" : "queued"} />
                {step.outside_name}
              </p>
            ))}
          </Card>
        </ZoneContext.Provider>
      )}
    </LiveState>
  );
}
