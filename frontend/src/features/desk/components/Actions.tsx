import { useEffect, useMemo, useRef, useState } from "react";
import type { JobDocument } from "@/api/documents";
import type { AllowedAction } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useNavigate, useSearchParams } from "@/lib/router";
import { actionsFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { useDeeds } from "@/ui/deeds";
import { IntentNote } from "@/ui/IntentNote";
import { usePlace } from "../live/place";
import type { CardVerbs } from "../live/useCardVerbs";
import { asks, type Asking } from "../model/guesses";
import { nameOf } from "../model/verbs";
import { Ask } from "./Ask";

/** What can be done with the card now; what asks something first unfolds below the buttons. */
export function Actions({ sheet, verbs }: { sheet: JobDocument; verbs: CardVerbs }) {
  const t = useT();
  const me = useMe();
  const go = useNavigate();
  const place = usePlace();
  const now = useClock(5_000);
  const [search] = useSearchParams();
  const [asking, setAsking] = useState<Asking | null>(null);
  const main = useRef<HTMLDivElement>(null);
  const { job } = sheet;
  // Undo comes up with the words about what was done; a button that goes by itself would move the others.
  const actions = useMemo(() => actionsFor(job, me, now).filter((action) => action.verb !== "undo").sort((a, b) => rank(a) - rank(b)), [job, me, now]);
  const press = useMemo(
    () => (action: AllowedAction) => (asks(action) ? setAsking(action.verb as Asking) : verbs.run(job, action)),
    [job, verbs],
  );
  useDeeds(
    "job",
    useMemo(
      () => actions.map((action) => ({ id: `do-${action.verb}`, label: nameOf(action, t), hint: job.vehicle.plate, run: () => press(action) })),
      [actions, press, job.vehicle.plate, t],
    ),
  );
  // Straight from reception the next press is already under the finger.
  const received = search.has("received");
  useEffect(() => {
    if (!received) return;
    main.current?.querySelector("button")?.focus();
    void go(place(`/jobs/${job.id}`), { replace: true });
  }, [received, go, place, job.id]);

  if (actions.length === 0 && verbs.ofStage.length === 0) return null;
  return (
    <div className="flex flex-col gap-2.5 border-b bg-surface px-4.5 py-3">
      <div ref={main} className="flex flex-wrap gap-2">
        {actions.map((action) => (
          <Button
            key={action.verb}
            tone={action.tone}
            aria-expanded={asks(action) ? asking === action.verb : undefined}
            onClick={() => (asking === action.verb ? setAsking(null) : press(action))}
          >
            {nameOf(action, t)}
          </Button>
        ))}
      </div>
      <IntentNote intents={verbs.ofStage} />
      {asking && actions.some((action) => action.verb === asking) && <Ask sheet={sheet} verb={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

const rank = (action: AllowedAction): number => ({ primary: 0, neutral: 1, danger: 2 })[action.tone];
