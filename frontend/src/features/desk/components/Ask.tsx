import type { JobDocument } from "@/api/documents";
import { useLocale, useT } from "@/lib/i18n";
import { Field } from "@/ui/Field";
import { cancel, handOver, jobKey } from "../api/desk";
import { useAnswered } from "@/live/useAnswered";
import type { Asking } from "../model/guesses";
import { Reopen } from "./Reopen";
import { Unfolded } from "@/ui/Unfolded";
import { WhyField } from "./WhyField";

/** The verbs that need to know something first: the mileage at hand-over, or why. */
export function Ask({ sheet, verb, onClose }: { sheet: JobDocument; verb: Asking; onClose: () => void }) {
  const t = useT();
  const locale = useLocale();
  const { job } = sheet;
  const answered = useAnswered(jobKey(job.id));
  const { id, version } = job;
  const unpaid = !job.settlement && Number(job.total.amount) > 0;
  const title = t(`desk.verb.${verb}`);
  if (verb === "hand_over") {
    return (
      <Unfolded
        label={title}
        send={title}
        onClose={onClose}
        onSend={({ mileage_out = "", override_reason = "" }) =>
          answered({ version, mileage_out: Number(mileage_out), override_reason: override_reason.trim() }, (body, key) => handOver(id, body, key))
        }
      >
        <Field
          label={t("desk.mileage_out")}
          name="mileage_out"
          inputMode="numeric"
          type="number"
          min={0}
          max={9_999_999}
          required
          // eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this
          autoFocus
          hint={job.mileage_in === null ? undefined : t("desk.mileage_was", { km: new Intl.NumberFormat(locale).format(job.mileage_in) })}
        />
        {unpaid && <Field label={t("desk.override")} name="override_reason" maxLength={240} autoComplete="off" hint={t("desk.override_hint")} />}
      </Unfolded>
    );
  }
  if (verb === "reopen") return <Reopen sheet={sheet} onClose={onClose} />;
  return (
    <Unfolded
      label={title}
      send={title}
      tone="danger"
      onClose={onClose}
      onSend={({ reason = "" }) => answered({ version, reason: reason.trim() }, (body, key) => cancel(id, body, key))}
    >
      <WhyField hint={t("desk.why_hint.cancel")} />
    </Unfolded>
  );
}
