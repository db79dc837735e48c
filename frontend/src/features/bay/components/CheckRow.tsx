import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { actionFor } from "@/live/actions";
import type { Intent } from "@/live/intents";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { IntentNote } from "@/ui/IntentNote";
import { Plate } from "@/ui/Plate";
import { Tint } from "@/ui/tint";
import type { DayRow } from "../model/day";
import { Promised } from "./Promised";

/** A card that waits for the check of a second person. */
export function CheckRow({ row: { job, promised }, intents, onPass, onRework }: {
  row: DayRow;
  intents: Intent[];
  onPass: (job: Job) => void;
  onRework: (job: Job) => void;
}) {
  const t = useT();
  const me = useMe();
  const people = job.technicians.map((one) => one.name).join(", ");
  return (
    <Tint by={job.version} className="rounded-md">
      <Card className="flex flex-wrap items-center gap-x-6 gap-y-3 p-4 ps-5">
        <Link to={`jobs/${job.id}`} className="flex min-h-18 min-w-0 flex-1 basis-80 flex-wrap items-center gap-x-6 gap-y-2 text-ink no-underline">
          <Plate size="lg">{job.vehicle.plate}</Plate>
          <span className="min-w-0 flex-1 basis-48">
            <span className="block text-xl font-semibold text-pretty">{job.title}</span>
            <span className="block text-base text-muted">{[job.bay?.name, people].filter(Boolean).join(" · ")}</span>
          </span>
          <Promised job={job} standing={promised} />
        </Link>
        <span className="flex gap-3 max-sm:w-full max-sm:*:flex-1">
          {actionFor(job, me, "rework") && <Button tone="danger" onClick={() => onRework(job)}>{t("bay.rework")}</Button>}
          {actionFor(job, me, "pass_check") && <Button tone="primary" onClick={() => onPass(job)}>{t("bay.pass")}</Button>}
        </span>
        <div className="w-full empty:hidden"><IntentNote intents={intents} /></div>
      </Card>
    </Tint>
  );
}
