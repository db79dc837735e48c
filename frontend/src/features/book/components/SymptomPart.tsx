import { useEffect } from "react";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { TextField } from "@/ui/Field";
import { Duration, Money } from "@/ui/moments";
import type { Service } from "../api/book";
import { draft, write } from "../live/draft";
import { diagnoses } from "../model/services";
import { Chip } from "./Chip";
import { Photos } from "./Photos";
import { Section } from "./Section";

/** Something is wrong: in the customer's words, with pictures, and which look at it that begins with. */
export function SymptomPart({ services }: { services: Service[] }) {
  const t = useT();
  const { kind, about, concern } = useStore(draft);
  const looks = diagnoses(services, kind);
  const [only] = looks.length === 1 ? looks : [];
  const fits = looks.some((one) => one.id === about);
  useEffect(() => {
    if (only && about !== only.id) write({ about: only.id });
    else if (about && !fits) write({ about: "" });
  }, [only, about, fits]);
  return (
    <>
      <Section title={t("book.symptom")}>
        <TextField label={t("book.concern")} name="concern" rows={4} maxLength={2000} hint={t("book.concern_hint")} value={concern} onChange={(event) => write({ concern: event.target.value })} />
        <Photos />
      </Section>
      <Section title={t("book.look")} name="about">
        {looks.length === 0 && <p role="status" className="text-muted">{t("book.no_look")}</p>}
        <div role="radiogroup" aria-label={t("book.look")} className="flex flex-col gap-2">
          {looks.map((one) => (
            <Chip key={one.id} type="radio" name="about" checked={about === one.id} onChange={() => write({ about: one.id })}>
              <span className="min-w-0 flex-1 text-ink">
                <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                  <span className="font-semibold">{one.name}</span>
                  <span className="num text-sm whitespace-nowrap text-muted"><Money of={one.base_price} /> · <Duration minutes={one.estimated_duration} /></span>
                </span>
                {one.description && <span className="block text-sm font-normal text-muted">{one.description}</span>}
              </span>
            </Chip>
          ))}
        </div>
      </Section>
    </>
  );
}
