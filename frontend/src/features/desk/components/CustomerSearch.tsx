import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import type { Vehicle } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { controlClass } from "@/ui/Field";
import { useFieldErrors } from "@/ui/Form";
import { Sign } from "@/ui/icons";
import { Plate } from "@/ui/Plate";
import { findCustomers } from "../api/desk";
import type { Known } from "../model/visit";

type Option = { customer: Known; vehicle: Vehicle | null };
const SETTLED_MS = 200;

/** One field for name, phone or plate; arrow keys choose the customer together with the vehicle. */
export function CustomerSearch({ centerId, onChoose, onNew }: { centerId: string; onChoose: (customer: Known, vehicleId: string | null) => void; onNew: (text: string) => void }) {
  const t = useT();
  const id = useId();
  const errors = useFieldErrors("customer");
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({ queryKey: ["customers", centerId, asked], queryFn: () => findCustomers(centerId, asked), enabled: asked.length >= 2, staleTime: 30_000, placeholderData: (before) => before });
  const people = asked.length >= 2 ? (found.data?.results ?? []) : [];
  const options = people.flatMap((customer): Option[] => (customer.vehicles.length ? customer.vehicles.map((vehicle) => ({ customer, vehicle })) : [{ customer, vehicle: null }]));
  const last = options.length;
  const chosen = Math.min(at, last);
  const searched = asked.length >= 2 && asked === text.trim() && found.isFetched;
  const offersNew = text.trim().length > 0;
  const take = (index: number) => {
    const option = options[index];
    if (option) onChoose(option.customer, option.vehicle?.id ?? null);
    else if (offersNew) onNew(text.trim());
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + last + 1) % (last + 1));
    // While the answer for what is written is on its way, Enter chooses nothing by chance.
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      if (searched || asked.length < 2) take(chosen);
    } else return;
    event.preventDefault();
  };
  const row = (index: number) => cx("flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-2.5 py-1", index === chosen && "bg-accent-soft");
  return (
    <div className="flex flex-col gap-1.5">
      <input
        data-autofocus
        role="combobox"
        name="customer"
        aria-invalid={errors.length > 0 || undefined}
        aria-label={t("desk.search_customer")}
        aria-expanded={offersNew}
        aria-controls={`${id}-list`}
        aria-activedescendant={offersNew ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        placeholder={t("desk.search_customer")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className={`${controlClass} min-h-9 px-2.5`}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t("desk.customer")} className={cx("max-h-72 overflow-y-auto rounded-md border p-1", !offersNew && "hidden")}>
        {options.map(({ customer, vehicle }, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the combobox's
          <li key={`${customer.id} ${vehicle?.id ?? ""}`} id={`${id}-${index}`} role="option" aria-selected={index === chosen} onClick={() => take(index)} onPointerMove={() => setAt(index)} className={row(index)}>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{customer.name}</span>
              <span className="num block truncate text-xs text-muted">
                <span dir="ltr">{customer.phone}</span>{vehicle && ` · ${vehicle.make} ${vehicle.model}`}
              </span>
            </span>
            {vehicle?.plate && <Plate size="xs">{vehicle.plate}</Plate>}
          </li>
        ))}
        {offersNew && (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the combobox's
          <li id={`${id}-${last}`} role="option" aria-selected={chosen === last} onClick={() => take(last)} onPointerMove={() => setAt(last)} className={row(last)}>
            <Sign name="plus" size={14} />
            <span className="min-w-0 truncate font-medium">{t("desk.new_customer", { name: text.trim() })}</span>
          </li>
        )}
      </ul>
      <p role="status" className="sr-only">{searched ? t("palette.results", { count: options.length }) : ""}</p>
    </div>
  );
}
