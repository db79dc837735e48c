import { useParams } from "@/lib/router";
import { BayBar } from "@/app/shells/BayShell";
import { actionsFor } from "@/live/actions";
import { useLiveDocument } from "@/live/document";
import { useMe } from "@/live/me";
import { useCommand } from "@/live/useCommand";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { IntentNote } from "@/ui/IntentNote";
import { LiveState } from "@/ui/LiveState";
import { StateMark } from "@/ui/Pill";
import { Plate } from "@/ui/Plate";
import { jobKey, readJob } from "../api/bay";

export function JobPage() {
  const { id = "" } = useParams();
  const me = useMe();
  const live = useLiveDocument(jobKey(id), () => readJob(id));
  const commands = useCommand(jobKey(id));
  return (
    <LiveState live={live}>
      {({ job, steps }) => (
        <>
          <BayBar>
            <h1 className="text-xl">{job.bay?.name}</h1>
            <Plate size="lg">{job.vehicle.plate}</Plate>
          </BayBar>
          <main id="content" className="flex flex-col gap-4 p-4 sm:p-7">
            {[...steps].sort((a, b) => a.position - b.position).map((step) => (
              <Card key={step.id} className="flex flex-wrap items-center gap-4 p-4">
                <StateMark state={step.completed_at ? "done" : step.running_since ? "progress" : "queued"} />
                <span className="flex-1 text-lg font-semibold">{step.name}</span>
                {actionsFor(step, me).map((action) => (
                  <Button
                    key={action.verb}
                    tone={action.tone}
                    onClick={() =>
                      commands.run({ to: "technicians/steps", id: step.id, verb: action.verb, version: step.version, say: action.label, queue: true })
                    }
                  >
                    {action.label}
                  </Button>
                ))}
                <IntentNote intents={commands.of(step.id)} />
              </Card>
            ))}
          </main>
        </>
      )}
    </LiveState>
  );
}
