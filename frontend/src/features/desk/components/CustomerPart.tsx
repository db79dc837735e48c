import { useT } from "@/lib/i18n";
import { Avatar } from "@/ui/Avatar";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { useFieldErrors } from "@/ui/Form";
import type { Draft, Known } from "../model/visit";
import { CustomerSearch } from "./CustomerSearch";
import { Part } from "./Part";

export type PartProps = { held: Draft; write: (change: Partial<Draft>) => void };

/** Who it is for: found by name, phone or plate, or new. */
export function CustomerPart({ centerId, held, write }: PartProps & { centerId: string }) {
  const t = useT();
  const errors = useFieldErrors("customer");
  const choose = (customer: Known, vehicleId: string | null) => {
    write({ customer, vehicleId, isNew: false });
    // On to what is asked next: the vehicle when it is not known, else the services.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(vehicleId ? "#visit-services" : "[name='vehicle.license_plate']")?.focus());
  };
  const begin = (text: string) => {
    const digits = /^[+\d][\d\s-]+$/.test(text);
    write({ customer: null, vehicleId: null, isNew: true, name: digits ? "" : text, phone: digits ? text : "" });
  };
  return (
    <Part
      title={t("desk.customer")}
      missing={errors.join(" ")}
      aside={(held.customer || held.isNew) && <Button tone="quiet" onClick={() => write({ customer: null, isNew: false, vehicleId: null })}>{t("desk.change")}</Button>}
    >
      {held.customer ? (
        <p className="flex items-center gap-3 rounded-md border bg-surface px-3 py-2.5">
          <Avatar name={held.customer.name} />
          <span className="min-w-0">
            <span className="block truncate font-semibold">{held.customer.name}</span>
            <span dir="ltr" className="num text-muted">{held.customer.phone}</span>
          </span>
        </p>
      ) : held.isNew ? (
        <div className="grid gap-3 sm:grid-cols-2">
          {/* eslint-disable jsx-a11y/no-autofocus -- chosen by a press in the search that stood here */}
          <Field label={t("desk.name")} name="customer.first_name" maxLength={160} aria-required autoComplete="off" autoFocus={!held.name} value={held.name} onChange={(event) => write({ name: event.target.value })} />
          <Field label={t("desk.phone")} name="customer.phone" type="tel" aria-required autoComplete="off" autoFocus={!held.phone && held.name !== ""} value={held.phone} onChange={(event) => write({ phone: event.target.value })} />
          {/* eslint-enable jsx-a11y/no-autofocus */}
        </div>
      ) : (
        <CustomerSearch centerId={centerId} onChoose={choose} onNew={begin} />
      )}
    </Part>
  );
}
