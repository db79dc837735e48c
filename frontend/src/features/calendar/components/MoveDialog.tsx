import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { Window } from "@/ui/moments";
import { useWanted } from "../live/useWanted";
import type { Moves } from "../live/useMoves";
import { nameOf, servicesOf } from "../model/names";
import { PlaceFields } from "./PlaceFields";
import { StartChoice } from "./StartChoice";

/** Moving a visit by keyboard: the day, a free start, how long, where and with whom. */
export function MoveDialog({ visit, document, today, moves, onClose }: { visit: Slot; document: CalendarDocument; today: string; moves: Moves; onClose: () => void }) {
  const t = useT();
  const wanted = useWanted(visit);
  const { target } = wanted;
  const drives = (["under_way", "planned"] as const).find((status) => visit.transports.some((one) => one.status === status));
  return (
    <Dialog title={t("calendar.move_what", { what: nameOf(visit) })} onClose={onClose}>
      <Form
        label={t("calendar.move")}
        lacks={target ? undefined : { scheduled_start: [t("calendar.choose_start")] }}
        className="flex flex-col gap-4"
        onSend={async () => {
          if (!target) return;
          onClose();
          moves.move(visit, target);
        }}
      >
        {(busy) => (
          <>
            <p className="num text-muted">{servicesOf(visit)} · {t("calendar.now")} <Window from={visit.scheduled_start} to={visit.scheduled_end} /></p>
            {drives && <p className={drives === "under_way" ? "font-semibold text-waiting-text" : "text-muted"}>{t(`calendar.move_drives.${drives}`)}</p>}
            <Field label={t("calendar.date")} name="date" type="date" required min={today} data-autofocus value={wanted.date} onChange={(event) => event.target.value && wanted.set({ date: event.target.value })} className="w-44!" />
            <PlaceFields wanted={wanted} document={document} />
            <StartChoice wanted={wanted} mark={`${document.seq}`} />
            <div className="flex justify-end gap-2">
              <Button tone="quiet" onClick={onClose}>{t("back")}</Button>
              <Button type="submit" tone="primary" busy={busy} disabled={!target}>{t("calendar.move")}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
