import { useState } from "react";
import { cx } from "@/lib/cx";
import { fold } from "@/lib/fold";
import { useT } from "@/lib/i18n";
import { useFieldErrors } from "@/ui/Form";
import { controlClass } from "@/ui/Field";
import { Sign, StateIcon } from "@/ui/icons";
import { Duration, Money } from "@/ui/moments";
import { fitting, kindOf, type Service } from "../model/visit";
import type { PartProps } from "./CustomerPart";
import { Part } from "./Part";

/** What it comes for: services with price and time, found by their name; the chosen ones stay in sight. */
export function ServicesPart({ services, loading, held, write }: PartProps & { services: Service[]; loading: boolean }) {
  const t = useT();
  const [text, setText] = useState("");
  const errors = useFieldErrors("services");
  const words = fold(text).split(/\s+/).filter(Boolean);
  const offered = fitting(services, kindOf(held)).filter((one) => words.every((word) => fold(`${one.name} ${one.category}`).includes(word)));
  const chosen = services.filter((one) => held.services.includes(one.id));
  const toggle = (id: string) => write({ services: held.services.includes(id) ? held.services.filter((one) => one !== id) : [...held.services, id] });
  return (
    <Part title={t("desk.services")} missing={errors.join(" ")}>
      {chosen.length > 0 && (
        <ul aria-label={t("desk.chosen")} className="flex flex-wrap gap-1.5">
          {chosen.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => toggle(one.id)} aria-label={t("desk.take_out", { name: one.name })} className="flex min-h-8 items-center gap-1.5 rounded-full bg-accent-soft px-3 text-xs font-semibold text-accent">
                {one.name} <Sign name="close" size={10} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        type="search"
        id="visit-services"
        name="services"
        aria-invalid={errors.length > 0 || undefined}
        aria-label={t("desk.search_services")}
        placeholder={t("desk.search_services")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          const [only] = offered;
          if (only && words.length > 0) {
            toggle(only.id);
            setText("");
          }
        }}
        className={`${controlClass} min-h-9 px-2.5`}
      />
      <div role="group" aria-label={t("desk.services")} className="h-72 overflow-y-auto rounded-md border">
        {offered.map((one) => {
          const on = held.services.includes(one.id);
          return (
            <button key={one.id} type="button" aria-pressed={on} onClick={() => toggle(one.id)} className={cx("flex min-h-10 w-full items-center gap-2.5 border-b px-3 py-1.5 text-start last:border-0", on ? "bg-accent-soft" : "hover:bg-surface")}>
              <span className={cx("grid size-4 shrink-0 place-items-center rounded-[4px] border border-control", on && "border-accent! bg-accent text-accent-ink")}>{on && <StateIcon state="done" size={11} />}</span>
              <span className="min-w-0 flex-1 leading-snug">{one.name}</span>
              <Duration minutes={one.estimated_duration} className="text-xs text-muted" />
              <Money of={one.base_price} className="min-w-16 text-end font-medium" />
            </button>
          );
        })}
        {offered.length === 0 && <p className="px-3 py-4 text-center text-muted">{loading ? t("loading") : t("desk.no_service")}</p>}
      </div>
    </Part>
  );
}
