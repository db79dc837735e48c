import { lazy, Suspense, useEffect } from "react";
import { useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Form } from "@/ui/Form";
import { Skeleton } from "@/ui/Skeleton";
import { Duration, Money } from "@/ui/moments";
import type { Center } from "../api/book";
import { Frame, StepBar } from "../components/Frame";
import { ServicesPart } from "../components/ServicesPart";
import { VehiclePart } from "../components/VehiclePart";
import { draft, refusal, write } from "../live/draft";
import { asked, describedBy, missing, type Missing } from "../model/draft";
import { bookable, sumOf } from "../model/services";

/** Most come for a service: what a symptom needs is loaded by those who have one. */
const SymptomPart = lazy(async () => ({ default: (await import("../components/SymptomPart")).SymptomPart }));

/** The names of the fields that must be filled in, as the server says them. */
const FIELDS: Record<Missing, string> = {
  kind: "vehicle.kind",
  plate: "vehicle.license_plate",
  vin: "vehicle.vin",
  serial: "vehicle.serial_number",
  make: "vehicle.make",
  model: "vehicle.model",
  services: "services",
  about: "about",
  concern: "concern",
};

/** Step 1: which vehicle, and what for. */
export function WorkPage({ center }: { center: Center }) {
  const t = useT();
  const go = useNavigate();
  const typed = useStore(draft);
  const refused = useStore(refusal);
  const { services } = center;
  // What does not fit the vehicle, or is not offered any more, is not booked by an old tap.
  const fitting = typed.services.filter((id) => bookable(services, typed.kind).some((one) => one.id === id));
  const stale = fitting.length !== typed.services.length;
  useEffect(() => {
    if (stale) write({ services: fitting });
  });
  const chosen = services.filter((one) => asked(typed).includes(one.id));
  const sum = sumOf(chosen, center.currency);
  const lacks = Object.fromEntries(missing(typed).map((part) => [FIELDS[part], [t(`book.missing.${part}`)]]));
  if (services.length === 0) return <Frame step="work" center={center}><p className="text-lg text-pretty">{t("book.nothing_yet", { phone: center.phone })}</p></Frame>;
  return (
    <Frame step="work" center={center}>
      <Form
        label={t("book.title.work")}
        lacks={lacks}
        refused={refused}
        className="flex flex-1 flex-col gap-7"
        onSend={async () => {
          refusal.set(undefined);
          if (describedBy(typed) === "vin") await (await import("../live/vin")).checkVin(typed.vin);
          go(`/book/${center.id}/time`);
        }}
      >
        {() => (
          <>
            <VehiclePart services={services} />
            {services.some((one) => one.kind === "diagnosis") && (
              <Choice
                label={t("book.lane")}
                value={typed.lane}
                onChange={(lane) => write({ lane })}
                options={[{ value: "services", label: t("book.lane.services") }, { value: "symptom", label: t("book.lane.symptom") }]}
              />
            )}
            {typed.lane === "symptom" ? <Suspense fallback={<Skeleton />}><SymptomPart services={services} /></Suspense> : <ServicesPart services={services} />}
            <StepBar>
              <p className="min-w-0 flex-1 leading-tight" aria-live="polite">
                {chosen.length > 0 && (
                  <>
                    <span className="block text-sm text-muted">{t("book.chosen", { count: chosen.length })} · <Duration minutes={sum.minutes} /></span>
                    <Money of={sum.price} className="text-xl font-bold" />
                  </>
                )}
              </p>
              <Button type="submit" tone="primary">{t("book.to_time")}</Button>
            </StepBar>
          </>
        )}
      </Form>
    </Frame>
  );
}
