import { useState } from "react";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { Button, ButtonLink } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field, TextField } from "@/ui/Field";
import { Form, type FormValues } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { VehicleFields, vehicleFrom } from "@/ui/VehicleFields";
import { admit, type NewCustomer as Body } from "../api/customers";
import { useKey } from "../live/useKey";

type Known = { id: string; name: string };

/** A card of somebody new; who is known by phone or email is offered instead. `begun` is what was searched for. */
export function NewCustomer({ center, begun, onClose }: { center: string; begun: string; onClose: () => void }) {
  const t = useT();
  const go = useNavigate();
  const keyOf = useKey();
  const [known, setKnown] = useState<Known>();
  const [withVehicle, setWithVehicle] = useState(false);
  const digits = /^[+\d][\d\s()-]+$/.test(begun);
  // A plate that nobody has is nobody's name.
  const [first = "", ...rest] = /\d/.test(begun) ? [] : begun.split(/\s+/);
  const send = async (values: FormValues) => {
    const body = bodyOf(values, center, withVehicle);
    setKnown(undefined);
    try {
      const made = await admit(body, keyOf(body));
      toast(t("customers.created", { name: made.name }));
      void go(`/desk/customers/${made.id}`, { replace: true });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === "customer_known") setKnown(problem.body["customer"] as Known);
      throw error;
    }
  };
  return (
    <Dialog title={t("customers.new")} onClose={onClose} className="w-[min(36rem,100vw)]!">
      <Form label={t("customers.new")} className="flex flex-col gap-4" onSend={send}>
        {(busy) => (
          <>
            <div className="grid items-start gap-3 sm:grid-cols-2">
              <Field data-autofocus label={t("customers.first_name")} name="first_name" required maxLength={80} autoComplete="off" defaultValue={first} />
              <Field label={t("customers.last_name")} name="last_name" maxLength={80} autoComplete="off" optional defaultValue={rest.join(" ")} />
              <Field label={t("customers.phone")} name="phone" type="tel" autoComplete="off" defaultValue={digits ? begun : ""} />
              <Field label={t("customers.email")} name="email" type="email" maxLength={254} autoComplete="off" optional />
            </div>
            {known && <ButtonLink to={`/desk/customers/${known.id}`} tone="primary" className="self-start">{t("customers.known", { name: known.name })}</ButtonLink>}
            <TextField label={t("customers.notes")} name="notes" rows={2} maxLength={4000} optional hint={t("customers.notes_hint")} />
            <label className="flex min-h-9 items-center gap-2.5">
              <input type="checkbox" checked={withVehicle} onChange={(event) => setWithVehicle(event.target.checked)} className="size-4 accent-accent" />
              {t("customers.first_vehicle")}
            </label>
            {withVehicle && <VehicleFields prefix="vehicle." />}
            <div className="flex justify-end gap-2">
              <Button tone="quiet" onClick={onClose}>{t("cancel")}</Button>
              <Button type="submit" tone="primary" busy={busy}>{t("customers.create")}</Button>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}

function bodyOf(values: FormValues, center_id: string, withVehicle: boolean): Body {
  const said = (name: string) => (values[name] ?? "").trim();
  return {
    center_id,
    first_name: said("first_name"),
    last_name: said("last_name"),
    ...(said("phone") ? { phone: said("phone") } : {}),
    ...(said("email") ? { email: said("email") } : {}),
    notes: said("notes"),
    ...(withVehicle ? { vehicle: vehicleFrom(values, "vehicle.") } : {}),
  };
}
