import type { VisitDocument } from "@/api/documents";
import { useT } from "@/lib/i18n";
import { Avatar } from "@/ui/Avatar";
import { LiveDot } from "@/ui/LiveDot";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import { headlineOf, titleOf } from "../model/headline";
import { howFar, type Phase } from "../model/stage";
import { Ready } from "./Ready";
import { StageBar } from "./StageBar";

/** The top of a visit: what happens now, when it is ready, how far it is. */
export function Headline({ visit, phase }: { visit: VisitDocument; phase: Phase }) {
  const t = useT();
  const { appointment, job } = visit;
  const vehicle = job?.vehicle ?? appointment.vehicle;
  const now = headlineOf(visit);
  const title = titleOf(visit, t);
  return (
    <header className="border-b bg-raised px-5 pt-4.5 pb-5 lg:rounded-md lg:border">
      <div className="flex items-center gap-3">
        <Plate>{vehicle.plate}</Plate>
        <span className="min-w-0 flex-1 truncate text-sm text-muted">{`${vehicle.make} ${vehicle.model}`}</span>
        <LiveDot />
      </div>
      <div aria-live="polite">
        <Tint by={title} className="mt-3.5 rounded-sm"><h1 className="text-2xl">{title}</h1></Tint>
        {now.step && (
          <p className="mt-1.5 flex items-center gap-2 text-base">
            {now.by && <Avatar name={now.by} initials={now.by.slice(0, 1).toUpperCase()} className="size-6!" />}
            <span className="min-w-0">
              {now.by && <b className="font-semibold">{now.by}</b>}
              {now.by && " · "}
              <span className="text-muted">{now.coming ? t("visit.next", { step: now.step }) : now.step}</span>
            </span>
          </p>
        )}
        <div className="mt-1.5"><Ready visit={visit} phase={phase} /></div>
      </div>
      {phase !== "ended" && <StageBar far={howFar(visit)} />}
    </header>
  );
}
