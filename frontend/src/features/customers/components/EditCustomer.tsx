import { useState } from "react";
import { asProblem } from "@/api/problem";
import type { CustomerFile } from "@/api/documents";
import type { CustomerCard } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field, SelectField, TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { amend } from "../api/customers";
import { useKey } from "../live/useKey";
import { changeFrom, CHANNELS } from "../model/preferences";

/** Names, address, preferences and notes; another desk's change in between is shown before it is written over. */
export function EditCustomer({ file, onSaved, onClose }: { file: CustomerFile; onSaved: (card: CustomerCard) => void; onClose: () => void }) {
  const t = useT();
  const keyOf = useKey();
  const [seen, setSeen] = useState<CustomerCard>(file.customer);
  const [stale, setStale] = useState(false);
  const { center, technicians, centers, languages } = file;
  const any = <option value="">{t("customers.any")}</option>;
  return (
    <Dialog title={t("customers.edit")} onClose={onClose} className="w-[min(40rem,100vw)]!">
      <Form
        label={t("customers.edit")}
        className="flex flex-col gap-4"
        onSend={async (values) => {
          const body = changeFrom(values, seen.version);
          try {
            onSaved(await amend(center.id, seen.id, body, keyOf(body)));
          } catch (error) {
            const { code, body: said } = asProblem(error);
            const now = (said["current"] as { customer?: CustomerCard } | undefined)?.customer;
            if (code !== "stale_version" || !now) throw error;
            onSaved(now);
            setSeen(now);
            return setStale(true);
          }
          toast(t("saved"));
          onClose();
        }}
      >
        {(busy) => (
          <>
            {stale && <p role="alert" className="rounded-sm bg-waiting-soft px-3 py-2.5 text-waiting-text">{t("customers.stale")}</p>}
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <Field data-autofocus label={t("customers.first_name")} name="first_name" required maxLength={80} autoComplete="off" defaultValue={seen.first_name} />
              <Field label={t("customers.last_name")} name="last_name" maxLength={80} autoComplete="off" optional defaultValue={seen.last_name} />
            </div>
            <Field label={t("customers.address")} name="address" maxLength={240} autoComplete="off" optional defaultValue={seen.address} hint={t("customers.theirs")} />
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <SelectField label={t("customers.channel")} name="preferred_channel" defaultValue={seen.preferred_channel}>
                {CHANNELS.map((one) => <option key={one} value={one}>{t(`customers.channel.${one}`)}</option>)}
              </SelectField>
              <SelectField label={t("customers.language")} name="preferred_language" defaultValue={seen.preferred_language}>
                {any}
                {languages.map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}
              </SelectField>
              <SelectField label={t("customers.technician")} name="preferred_technician_id" defaultValue={seen.preferred_technician_id ?? ""} hint={t("customers.technician_hint")}>
                {any}
                {technicians.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
              </SelectField>
              <SelectField label={t("customers.center")} name="preferred_service_center_id" defaultValue={seen.preferred_service_center_id ?? ""}>
                {any}
                {centers.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
              </SelectField>
            </div>
            <TextField label={t("customers.notes")} name="notes" rows={4} maxLength={4000} optional defaultValue={seen.notes} hint={t("customers.notes_hint")} />
            <div className="flex justify-end gap-2">
              <Button tone="quiet" onClick={onClose}>{t("cancel")}</Button>
              <Button type="submit" tone="primary" busy={busy}>{t("customers.save")}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
