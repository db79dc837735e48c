import { useRef, useState } from "react";
import type { JobDocument } from "@/api/documents";
import type { Step } from "@/api/things";
import { sections } from "@/lib/sheet";
import { useMe } from "@/live/me";
import { jobKey } from "../api/bay";
import { useCard } from "../live/useCard";
import { useLastTap } from "../live/useLastTap";
import { useTaps } from "../live/useTaps";
import { currentOf } from "../model/sheet";
import { AboutJob } from "./AboutJob";
import { AllDone } from "./AllDone";
import { ReworkDialog } from "./ReworkDialog";
import { StepCard, type Asking } from "./StepCard";
import { StepDialog } from "./StepDialog";
import { Steps } from "./Steps";

/** A card at work: the step in hand, and beside it all steps. */
export function JobSheet({ sheet }: { sheet: JobDocument }) {
  const me = useMe();
  const taps = useTaps(sheet);
  const card = useCard(jobKey(sheet.job.id));
  const last = useLastTap(sheet, taps);
  /** The step looked at instead of the one in hand. */
  const [chosen, setChosen] = useState<string | null>(null);
  /** The dialog that is open, on its step: that step stays while it is. */
  const [asking, setAsking] = useState<{ what: Asking; step: string } | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const [reworking, setReworking] = useState(false);

  const parts = sections(sheet.items, sheet.steps);
  const ordered = parts.flatMap((part) => part.steps);
  const current = currentOf(ordered, me);
  const wanted = asking?.step ?? chosen;
  const shown = ordered.find((step) => step.id === wanted) ?? current;
  const away = shown !== undefined && shown.id !== current?.id && chosen !== null;
  const look = (step: Step) => {
    setChosen(step.id === current?.id ? null : step.id);
    // Where the list lies below the card, the card comes back into view.
    top.current?.scrollIntoView({ block: "nearest" });
  };

  return (
    <main id="content" className="flex flex-1 flex-col gap-4 p-3 sm:p-7 lg:grid lg:flex-none lg:h-[calc(100dvh-5.25rem)] lg:grid-cols-[minmax(0,1fr)_25rem] lg:grid-rows-[minmax(0,1fr)] lg:gap-6 lg:py-6">
      <div ref={top} className="flex min-h-0 flex-col">
        {shown ? (
          <StepCard
            key={shown.id}
            sheet={sheet}
            ordered={ordered}
            step={shown}
            taps={taps}
            card={card}
            last={last}
            onAsk={(what) => setAsking({ what, step: shown.id })}
            onLeave={away ? () => setChosen(null) : undefined}
          />
        ) : (
          <AllDone job={sheet.job} card={card} last={last} onRework={() => setReworking(true)} />
        )}
      </div>
      <aside className="flex min-h-0 flex-col gap-4">
        <AboutJob job={sheet.job} />
        <Steps parts={parts} shown={shown?.id} onShow={look} />
      </aside>
      {asking && shown && (
        <StepDialog asking={asking.what} ordered={ordered} step={shown} taps={taps} onClose={() => setAsking(null)} />
      )}
      {reworking && <ReworkDialog job={sheet.job} onClose={() => setReworking(false)} onSend={(steps, reason) => card.rework(sheet.job, steps, reason)} />}
    </main>
  );
}
