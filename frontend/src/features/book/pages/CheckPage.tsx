import { useQuery } from "@tanstack/react-query";
import { Suspense, type ComponentType, type ReactNode } from "react";
import { addressOf } from "@/lib/address";
import { useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { useStore } from "@/lib/store";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { Duration, Money, Time, ZoneNote } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { ProblemNote } from "@/ui/ProblemNote";
import { readOwnVehicles, type Center } from "../api/book";
import { Frame, StepBar } from "../components/Frame";
import { GoAlong } from "../components/GoAlong";
import { HoldBar } from "../components/HoldBar";
import { Terms } from "../components/Terms";
import { draft, write } from "../live/draft";
import { pictures } from "../live/pictures";
import { useHeld } from "../live/useHold";
import { useSending } from "../live/useSending";
import { asked, type Fetching } from "../model/draft";
import { sumOf } from "../model/services";

/** Whether the vehicle is collected and brought back, where a centre does that. */
export type Fetched = ComponentType<{ held: string; times: string; value: Fetching; onChange: (to: Partial<Fetching>) => void }>;

/** Step 4: everything once more, and the one button that books it. */
export function CheckPage({ center, Fetched }: { center: Center; Fetched: Fetched }) {
  const t = useT();
  const typed = useStore(draft);
  const known = useMe() !== null;
  const { held, left } = useHeld();
  const { busy, problem, send } = useSending();
  // What was held keeps its price, also when the centre changes it meanwhile.
  const chosen = held?.agreed ?? center.services.filter((one) => asked(typed).includes(one.id));
  const sum = sumOf(chosen, center.currency);
  const symptom = typed.lane === "symptom";
  // What is still on its way would be left behind.
  const under = useStore(pictures).some((one) => !one.problem);
  const over = !symptom && held !== null && left === 0;
  return (
    <Frame step="check" center={center}>
      {!symptom && <HoldBar />}
      <Form label={t("book.title.check")} className="flex flex-1 flex-col gap-5" onSend={send}>
        {() => (
          <>
            <dl className="divide-y rounded-md border bg-raised">
              <Line label={t("plan.what")} to={`/book/${center.id}`}>
                {chosen.map((one) => (
                  <span key={one.id} className="flex items-baseline justify-between gap-4">
                    <span>{one.name}</span> <Money of={one.base_price} />
                  </span>
                ))}
                {symptom && <span className="block text-pretty text-muted">{`“${typed.concern.trim()}”`}</span>}
                {symptom && <GoAlong />}
              </Line>
              <Line label={t("plan.when")} to={`/book/${center.id}/time`}>
                {symptom ? [...typed.wished].sort().map((at) => <span key={at} className="block font-semibold"><Time at={at} show="day-time" /></span>) : held && <b className="font-semibold"><Time at={held.start} show="day-time" label /></b>}
                <span className="block text-sm text-muted"><Duration minutes={sum.minutes} />{typed.loaner && !symptom && ` · ${t("plan.with_loaner")}`}</span>
                {symptom && <ZoneNote />}
              </Line>
              <Line label={t(typed.kind === "equipment" ? "book.equipment" : "book.vehicle")} to={`/book/${center.id}`}><Which /></Line>
              {!known && (
                <Line label={t("plan.who")} to={`/book/${center.id}/you`}>
                  <b className="font-semibold">{`${typed.firstName} ${typed.lastName}`.trim()}</b>
                  <span className="num block text-sm text-muted">{[typed.phone, typed.email].filter(Boolean).join(" · ")}</span>
                </Line>
              )}
              <Line label={t("plan.where")} to="/book?all">
                <b className="font-semibold">{center.name}</b>
                <span className="block text-sm text-muted">{addressOf(center)}</span>
              </Line>
            </dl>
            {!symptom && held && !over && <Suspense><Fetched held={held.id} times={`/book/${center.id}/time`} value={typed.fetching} onChange={(to) => write({ fetching: { ...typed.fetching, ...to } })} /></Suspense>}
            {!symptom && <TextField label={t("plan.notes")} name="notes" rows={2} optional maxLength={2000} value={typed.notes} onChange={(event) => write({ notes: event.target.value })} />}
            {symptom ? <p className="text-sm text-pretty text-muted">{t("plan.request_text")}</p> : held && <Terms until={held.changeUntil} fee={held.fee} />}
            {problem && <ProblemNote problem={problem} fields />}
            <StepBar>
              <p className="min-w-0 flex-1 leading-tight">
                <span className="block text-sm text-muted">{t(symptom ? "plan.look_price" : "plan.price")}</span>
                <Money of={sum.price} className="text-xl font-bold" />
              </p>
              <Button type="submit" tone="primary" busy={busy} disabled={over || (symptom && under)}>{t(symptom ? "plan.send" : "plan.book")}</Button>
            </StepBar>
          </>
        )}
      </Form>
    </Frame>
  );
}

function Line({ label, to, children }: { label: string; to: string; children: ReactNode }) {
  const t = useT();
  return (
    <div className="px-4 py-3">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="flex items-start gap-3">
        <div className="min-w-0 flex-1">{children}</div>
        <Link to={to} className="-mt-5 -mb-2 inline-flex min-h-12 items-center font-semibold">{t("plan.change")} <span className="sr-only">{label}</span></Link>
      </dd>
    </div>
  );
}

function Which() {
  const typed = useStore(draft);
  const me = useMe();
  const { data } = useQuery({ queryKey: ["own-vehicles", me?.id], queryFn: readOwnVehicles, enabled: me !== null && typed.vehicleId !== "", staleTime: 60_000 });
  const own = data?.find((one) => one.id === typed.vehicleId);
  const name = own ? own.license_plate || own.vin || own.serial_number : typed.kind === "equipment" ? typed.serial : typed.by === "vin" ? typed.vin : typed.plate;
  const { make, model } = own ?? typed;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {name && <Plate>{name.trim().toUpperCase()}</Plate>} <span>{`${make} ${model}`}</span>
    </span>
  );
}
