import { lazy, Suspense, useEffect } from "react";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { Choice } from "@/ui/Choice";
import { Field } from "@/ui/Field";
import { draft, write } from "../live/draft";
import type { Kind } from "../model/draft";
import { Chip } from "./Chip";
import { FieldNote } from "@/ui/FieldNote";

const VinField = lazy(async () => ({ default: (await import("./VinField")).VinField }));

const MAKES = ["Ather", "BMW", "BYD", "Hero", "Honda", "Hyundai", "Kia", "Mahindra", "Maruti Suzuki", "MG", "Ola", "Royal Enfield", "Tata", "Toyota", "TVS", "VinFast", "Volvo"];

/** A vehicle nobody here knows yet: its kind, what tells it from others, make and model. */
export function DescribedVehicle({ kinds }: { kinds: Kind[] }) {
  const t = useT();
  const typed = useStore(draft);
  const [only] = kinds.length === 1 ? kinds : [];
  useEffect(() => {
    if (only && typed.kind !== only) write({ kind: only });
  }, [only, typed.kind]);
  const equipment = typed.kind === "equipment";
  return (
    <>
      {!only && (
        <div role="radiogroup" aria-label={t("book.kind")} className="flex flex-wrap gap-2">
          {kinds.map((kind) => (
            <Chip key={kind} type="radio" name="vehicle.kind" checked={typed.kind === kind} onChange={() => write({ kind })}>{t(`book.kind.${kind}`)}</Chip>
          ))}
          <FieldNote name="vehicle.kind" />
        </div>
      )}
      {equipment ? (
        <Field label={t("book.serial")} name="vehicle.serial_number" maxLength={60} autoComplete="off" autoCapitalize="characters" spellCheck={false} value={typed.serial} onChange={(event) => write({ serial: event.target.value })} />
      ) : (
        <>
          <Choice label={t("book.by")} hideLabel value={typed.by} onChange={(by) => write({ by })} options={[{ value: "plate", label: t("book.plate") }, { value: "vin", label: t("book.vin") }]} />
          {typed.by === "vin" ? (
            <Suspense fallback={<div className="h-26" />}><VinField /></Suspense>
          ) : (
            <Field
              label={t("book.plate")}
              name="vehicle.license_plate"
              maxLength={20}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              className="font-plate! text-lg! font-bold uppercase"
              value={typed.plate}
              onChange={(event) => write({ plate: event.target.value })}
            />
          )}
        </>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("book.make")} name="vehicle.make" maxLength={60} autoComplete="off" list="book-makes" value={typed.make} onChange={(event) => write({ make: event.target.value })} />
        <Field label={t("book.model")} name="vehicle.model" maxLength={80} autoComplete="off" value={typed.model} onChange={(event) => write({ model: event.target.value })} />
      </div>
      {!equipment && <datalist id="book-makes">{MAKES.map((name) => <option key={name} value={name} />)}</datalist>}
    </>
  );
}
