import type { Job } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { actionFor } from "@/live/actions";
import { useMe } from "@/live/me";
import { Button, ButtonLink } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { IntentNote } from "@/ui/IntentNote";
import type { CardVerbs } from "../live/useCard";
import type { LastTap } from "../live/useLastTap";
import { LastTapBar } from "./LastTapBar";
import { MainButton } from "./MainButton";

/** No step is open: what comes next for the card, and for a lead the check. */
export function AllDone({ job, card, last, onRework }: { job: Job; card: CardVerbs; last: LastTap | null; onRework: () => void }) {
  const t = useT();
  const me = useMe();
  const pass = actionFor(job, me, "pass_check");
  const rework = actionFor(job, me, "rework");
  const said = job.stage === "quality_check" ? (pass ? "check" : "waits") : job.stage === "ready_for_pickup" ? "ready" : "over";
  return (
    <section aria-labelledby="step" className="flex min-h-[calc(100dvh-8.5rem)] flex-1 flex-col rounded-md border bg-raised sm:min-h-[calc(100dvh-8.75rem)] lg:min-h-0">
      <div className="flex flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
        <span className={cx("grid size-24 place-items-center rounded-full", pass ? "bg-progress-soft text-progress-text" : "bg-done-soft text-done-text")}>
          <StateIcon state={pass ? "progress" : "done"} size={48} />
        </span>
        <h2 id="step" className="text-3xl sm:text-4xl">{t(`bay.all_done.${said}`)}</h2>
        <p className="max-w-[30em] text-xl text-pretty text-muted">{t(`bay.all_done_text.${said}`)}</p>
        <IntentNote intents={card.of(job.id)} />
      </div>
      <div className="sticky bottom-0 flex flex-col gap-3 rounded-b-md bg-raised px-5 pb-5 sm:px-8 sm:pb-7">
        <div className="h-18">{last && <LastTapBar last={last} />}</div>
        {rework && <Button tone="danger" wide onClick={onRework}>{t("bay.rework")}</Button>}
        {pass ? <MainButton label={t("bay.pass")} onPress={() => card.pass(job)} /> : <ButtonLink to="." size="main" wide>{t("bay.to_day")}</ButtonLink>}
      </div>
    </section>
  );
}
