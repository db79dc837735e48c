import type { QueryKey } from "@tanstack/react-query";
import type { Center } from "@/api/things";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { dayOf, zoneName } from "@/lib/zone";
import { workshopNow } from "@/live/clock";
import { useAnswered } from "@/live/useAnswered";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { joinLine } from "../api/desk";
import { joining, writeJoining as write } from "../live/draft";
import { useServices } from "../live/useServices";
import { emptyJoining, joinBody } from "../model/joining";
import { FIELDS, missing } from "../model/visit";
import { CustomerPart } from "./CustomerPart";
import { Part } from "./Part";
import { ServicesPart } from "./ServicesPart";
import { VehiclePart } from "./VehiclePart";

/** Somebody on the phone waits for a time: who, which vehicle, what for, on which days. What was typed stays until they do. */
export function JoinLine({ center, day, documentKey, onClose }: { center: Center; /** Which is looked at; nothing means today. */ day: string | null; documentKey: QueryKey; onClose: () => void }) {
  const t = useT();
  const answered = useAnswered(documentKey);
  const listed = useServices(center.id);
  const now = workshopNow();
  const today = dayOf(now, center.zone);
  const typed = useStore(joining);
  const held = { ...typed, from: typed.from || (day && day >= today ? day : "") };
  const lacks = {
    ...Object.fromEntries(missing(held).map((part) => [FIELDS[part], [t(`desk.missing.${part}`)]])),
    ...(held.from ? {} : { from_date: [t("desk.missing.date")] }),
  };
  const send = async () => {
    const { waiting } = await answered(joinBody(held, center.id), joinLine);
    joining.set(emptyJoining);
    const [entry] = waiting;
    toast(t("desk.joined", { what: entry?.vehicle.plate || entry?.customer.name || "" }));
    onClose();
  };
  return (
    <Dialog title={t("desk.join_line")} onClose={onClose} className="w-[min(60rem,100vw)]!">
      <Form onSend={send} lacks={lacks} label={t("desk.join_line")}>
        {(busy) => (
          <>
            <div className="grid gap-x-7 gap-y-6 md:grid-cols-2">
              <div className="flex min-w-0 flex-col gap-6">
                <CustomerPart centerId={center.id} held={held} write={write} />
                <VehiclePart held={held} write={write} />
                <Part title={t("desk.join_days")}>
                  <div className="grid grid-cols-2 items-start gap-3">
                    <Field label={t("desk.join_from")} name="from_date" type="date" aria-required min={today} value={held.from} onChange={(event) => write({ from: event.target.value })} />
                    <Field label={t("desk.join_to")} name="to_date" type="date" min={held.from || today} value={held.to} onChange={(event) => write({ to: event.target.value })} optional />
                    <Field label={t("desk.join_day_from")} name="day_from" type="time" step={300} value={held.dayFrom} onChange={(event) => write({ dayFrom: event.target.value })} optional hint={t("time.zone", { zone: zoneName(now, center.zone, "en") })} />
                    <Field label={t("desk.join_day_until")} name="day_until" type="time" step={300} value={held.dayUntil} onChange={(event) => write({ dayUntil: event.target.value })} optional />
                  </div>
                </Part>
              </div>
              <ServicesPart services={listed.data?.results ?? []} loading={listed.isLoading} held={held} write={write} />
            </div>
            <footer className="sticky -bottom-5 -mx-5 mt-6 -mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-raised px-5 py-3">
              <p className="min-w-0 flex-1 text-pretty text-muted">{t("desk.join_text")}</p>
              <Button type="submit" tone="primary" busy={busy}>{t("desk.join_line")}</Button>
            </footer>
          </>
        )}
      </Form>
    </Dialog>
  );
}
