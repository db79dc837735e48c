import { useState } from "react";
import type { Job, Slot } from "@/api/things";
import { useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { troubled } from "@/live/intents";
import { useMe } from "@/live/me";
import { Button, ButtonLink } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { IntentNote } from "@/ui/IntentNote";
import { Unfolded } from "@/ui/Unfolded";
import type { Moves } from "../live/useMoves";
import { Trouble } from "./Trouble";

/** What the desk may do with a visit now. */
export function VisitActions({ visit, job, moves, place, onMove, onCancelled }: { visit: Slot; job: Job | undefined; moves: Moves; place: (path: string) => string; onMove: (visit: Slot) => void; onCancelled: () => void }) {
  const t = useT();
  const me = useMe();
  const zone = useZone();
  const [cancelling, setCancelling] = useState(false);
  const now = useClock();
  const may = (verb: string) => actionFor(visit, me, verb, now) !== undefined;
  const intents = moves.of(visit.id);
  const trouble = intents.find(troubled);
  const isToday = dayOf(visit.scheduled_start, zone) === dayOf(now, zone);
  const jobId = visit.job_id ?? job?.id;
  if (!jobId && !trouble && !["check_in", "reschedule", "mark_no_show", "cancel"].some(may)) return null;
  return (
    <div className="flex flex-col gap-2.5 border-b bg-surface px-4.5 py-3">
      <div className="flex flex-wrap gap-2">
        {jobId && <ButtonLink tone="primary" to={place(`/jobs/${jobId}`)}>{t("calendar.open_job")}</ButtonLink>}
        {may("check_in") && isToday && <ButtonLink tone="primary" to={place(`/arrivals/${visit.id}`)}>{t("calendar.check_in")}</ButtonLink>}
        {may("reschedule") && <Button onClick={() => onMove(visit)}>{t("calendar.move")}</Button>}
        {may("mark_no_show") && <Button onClick={() => moves.missed(visit)}>{t("calendar.missed")}</Button>}
        {may("cancel") && <Button tone="danger" aria-expanded={cancelling} onClick={() => setCancelling(!cancelling)}>{t("calendar.cancel")}</Button>}
      </div>
      {trouble ? <Trouble visit={visit} intent={trouble} moves={moves} /> : <IntentNote intents={intents} />}
      {cancelling && may("cancel") && (
        <Unfolded label={t("calendar.cancel")} send={t("calendar.cancel")} tone="danger" onClose={() => setCancelling(false)} onSend={async ({ reason = "" }) => {
          onCancelled();
          moves.cancel(visit, reason.trim());
        }}>
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
          <Field label={t("calendar.why")} name="reason" maxLength={240} autoComplete="off" optional autoFocus hint={t("calendar.cancel_hint")} />
        </Unfolded>
      )}
    </div>
  );
}
