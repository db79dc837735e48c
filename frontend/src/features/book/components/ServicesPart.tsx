import { useState } from "react";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { controlClass } from "@/ui/Field";
import { Sign } from "@/ui/icons";
import { Duration, Money } from "@/ui/moments";
import type { Service } from "../api/book";
import { draft, write } from "../live/draft";
import { bookable, grouped } from "../model/services";
import { Chip } from "./Chip";
import { Section } from "./Section";

const FEW = 8;

/** What is to be done: services by category with price and time, found by words. */
export function ServicesPart({ services }: { services: Service[] }) {
  const t = useT();
  const { kind, services: chosen } = useStore(draft);
  const [text, setText] = useState("");
  const offered = bookable(services, kind);
  const groups = grouped(offered, text, chosen);
  const many = offered.length > FEW;
  const toggle = (id: string) => write({ services: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] });
  return (
    <Section title={t("book.services")} name="services">
      {many && (
        <label className="relative block">
          <span className="sr-only">{t("book.search_services")}</span>
          <Sign name="search" className="absolute start-3.5 top-4 text-muted" />
          <input type="search" className={`${controlClass} min-h-12 ps-10 pe-3`} placeholder={t("book.search_services")} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      )}
      {groups.length === 0 && <p role="status" className="text-muted">{t(text ? "book.no_service" : "book.no_services")}</p>}
      {groups.map(([category, held]) => {
        const open = !many || text !== "" || groups.length === 1 || held.some((one) => chosen.includes(one.id));
        return (
          <details key={`${category} ${text !== ""}`} open={open} className="group rounded-md border bg-raised">
            <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 px-4 py-2 font-semibold first-letter:uppercase [&::-webkit-details-marker]:hidden">
              <span className="min-w-0 flex-1 first-letter:uppercase">{category}</span>
              <span className="num text-sm font-normal text-muted">{held.length}</span>
              <Sign name="down" className="text-muted transition-transform group-open:rotate-180" />
            </summary>
            <div className="flex flex-col gap-2 px-2 pb-2">
              {held.map((one) => (
                <Chip key={one.id} type="checkbox" name="services" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)}>
                  <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3 text-ink">
                    <span className="min-w-0 font-semibold">{one.name}</span>
                    <span className="num text-sm font-normal whitespace-nowrap text-muted">
                      <Money of={one.base_price} /> · <Duration minutes={one.estimated_duration} />
                    </span>
                  </span>
                </Chip>
              ))}
            </div>
          </details>
        );
      })}
    </Section>
  );
}
