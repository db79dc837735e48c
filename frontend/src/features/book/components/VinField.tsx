import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { asProblem } from "@/api/problem";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { Field } from "@/ui/Field";
import { readVin } from "../api/book";
import { draft, write } from "../live/draft";
import { tight } from "../live/vin";

const WHOLE = 17;

/** A VIN, read by the server as soon as it is whole: make and model year are filled in where they are still empty. */
export function VinField() {
  const t = useT();
  const { vin } = useStore(draft);
  const number = tight(vin).toUpperCase();
  const { data, error } = useQuery({ queryKey: ["vin", number], queryFn: () => readVin(number), enabled: number.length >= WHOLE, staleTime: Number.POSITIVE_INFINITY, retry: false });
  useEffect(() => {
    if (!data) return;
    const typed = draft.get();
    write({ make: typed.make || data.make, year: data.year ? String(data.year) : "" });
  }, [data]);
  const wrong = error && number.length >= WHOLE ? asProblem(error).fields["vin"]?.join(" ") : undefined;
  const said = data && [data.make, data.year].filter(Boolean).join(", ");
  const hint = wrong ?? (data && !data.check_digit_fits ? t("book.vin_again") : said || t("book.vin_hint"));
  return (
    <Field
      label={t("book.vin")}
      name="vehicle.vin"
      maxLength={25}
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      className="font-plate! uppercase"
      hint={<span role="status" className={wrong ? "font-semibold text-blocked-text" : undefined}>{hint}</span>}
      value={vin}
      onChange={(event) => write({ vin: event.target.value })}
    />
  );
}
