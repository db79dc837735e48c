import type { Slot } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { dropIntent, type Intent } from "@/live/intents";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { momentText } from "@/ui/moments";
import { useMe } from "@/live/me";
import type { Moves } from "../live/useMoves";
import { changeSince, changeText } from "../model/change";
import { nextFree, reasonsOf } from "../model/refusal";

/** Why a move was refused, in the server's words for each bay and technician, with the next free starts and the ways out. */
export function Trouble({ visit, intent, moves, className }: { visit: Slot; intent: Intent; moves: Moves; className?: string }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const me = useMe()?.id;
  const problem = intent.problem!;
  // Who was first, where that is why.
  const seen = intent.body["version"];
  const change = problem.code === "stale_version" && typeof seen === "number" ? changeSince(visit, seen) : null;
  const reasons = reasonsOf(problem);
  const free = nextFree(problem);
  const words = problem.status === 0 ? t("problem.unreachable") : problem.detail || problem.title || t("problem.unknown");
  const go = (start?: number) => {
    dropIntent(intent.key);
    moves.again(visit, intent, start);
  };
  return (
    <div role="alert" className={`animate-appear rounded-md border border-blocked! bg-raised p-2.5 text-xs ${className ?? ""}`}>
      <div className="flex items-start gap-2 text-blocked-text">
        <StateIcon state="blocked" size={14} className="mt-0.5 shrink-0" />
        <div className="min-w-0 flex-1 font-semibold">
          {reasons.length > 0 ? reasons.map((reason) => <p key={reason.id}>{reason.text}</p>) : <p>{words}</p>}
          {change && <p>{`${changeText(change, me, t)}, ${momentText(change.at, "time", zone, locale)}`}</p>}
        </div>
      </div>
      {free.length > 0 && (
        <div className="mt-2">
          <p className="mb-1 text-muted">{t(intent.verb === "reschedule" ? "calendar.next_free" : "calendar.next_free_propose")}</p>
          <div className="flex flex-wrap gap-1.5">
            {free.map((start) => <Button key={start} className="min-h-8! px-2! text-xs!" onClick={() => go(Date.parse(start))}>{momentText(start, dayOf(start, zone) === dayOf(visit.scheduled_start, zone) ? "time" : "day-time", zone, locale)}</Button>)}
          </div>
        </div>
      )}
      {free.length === 0 && problem.next && <p className="mt-1 ps-5.5 text-muted">{problem.next}</p>}
      <div className="mt-2 flex gap-1.5">
        {/* What was wrong in itself is wrong again. */}
        {problem.status !== 400 && <Button className="min-h-8! px-2! text-xs!" onClick={() => go()}>{t("retry")}</Button>}
        <Button tone="quiet" className="min-h-8! px-2! text-xs!" onClick={() => dropIntent(intent.key)}>{t("discard")}</Button>
      </div>
    </div>
  );
}
