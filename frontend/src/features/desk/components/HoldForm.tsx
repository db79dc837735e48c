import type { JobDocument } from "@/api/documents";
import type { HoldKind } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Field, SelectField } from "@/ui/Field";
import { hold, jobKey } from "../api/desk";
import { useAnswered } from "@/live/useAnswered";
import { Unfolded } from "@/ui/Unfolded";

export const HOLD_KINDS: HoldKind[] = ["parts", "approval", "technician", "tool", "sublet", "customer"];

/** What the card, or one item of it, waits for from now on. */
export function HoldForm({ sheet: { job, items }, onClose }: { sheet: JobDocument; onClose: () => void }) {
  const t = useT();
  const answered = useAnswered(jobKey(job.id));
  return (
    <Unfolded
      label={t("desk.place_hold")}
      send={t("desk.place_hold")}
      onClose={onClose}
      onSend={({ kind, reason = "", item_id }) =>
        answered({ version: job.version, kind: kind as HoldKind, reason: reason.trim(), item_id: item_id || null }, (body, key) => hold(job.id, body, key))
      }
    >
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
      <SelectField label={t("desk.hold_kind")} name="kind" defaultValue="" required autoFocus>
        <option value="">{t("desk.choose")}</option>
        {HOLD_KINDS.map((kind) => <option key={kind} value={kind}>{t(`desk.hold.${kind}`)}</option>)}
      </SelectField>
      {items.length > 1 && (
        <SelectField label={t("desk.hold_item")} name="item_id">
          <option value="">{t("desk.hold_all")}</option>
          {items.map((item) => <option key={item.id} value={item.id}>{item.name}</option>)}
        </SelectField>
      )}
      <Field label={t("desk.why")} name="reason" optional maxLength={240} autoComplete="off" hint={t("desk.hold_hint")} />
    </Unfolded>
  );
}
