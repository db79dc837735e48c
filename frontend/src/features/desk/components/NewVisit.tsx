import { useMemo, useState } from "react";
import type { BoardDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import { useLocale, useT } from "@/lib/i18n";
import { useNavigate } from "@/lib/router";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { durationText, momentText, Money } from "@/ui/moments";
import { toast } from "@/ui/toasts";
import { book, boardKey } from "../api/desk";
import { draft, write } from "../live/draft";
import { usePlace } from "../live/place";
import { useServices } from "../live/useServices";
import { putInto, useAnswered } from "@/live/useAnswered";
import { bodyOf, emptyDraft, FIELDS, missing, sumOf } from "../model/visit";
import { CustomerPart } from "./CustomerPart";
import { NextFree } from "./NextFree";
import { ServicesPart } from "./ServicesPart";
import { VehiclePart } from "./VehiclePart";
import { WhenPart } from "./WhenPart";

/** A walk-in or a booking: who, which vehicle, what for, when. What was typed stays until it is booked. */
export function NewVisit({ board, onClose }: { board: BoardDocument; onClose: () => void }) {
  const t = useT();
  const locale = useLocale();
  const go = useNavigate();
  const place = usePlace();
  const { center } = board;
  const held = useStore(draft);
  const answered = useAnswered(boardKey(center.id));
  const [taken, setTaken] = useState<Problem>();
  const listed = useServices(center.id);
  const services = useMemo(() => listed.data?.results ?? [], [listed.data]);
  const chosen = services.filter((one) => held.services.includes(one.id));
  const sum = sumOf(chosen);
  const lacks = Object.fromEntries(missing(held).map((part) => [FIELDS[part], [t(`desk.missing.${part}`)]]));

  const send = async (start: string | null) => {
    if (start === null) setTaken(undefined);
    try {
      const { appointment } = await answered(bodyOf(held, center.id, center.zone, start), book);
      draft.set(emptyDraft);
      const arrives = held.when === "now" && start === null;
      if (arrives) {
        putInto(boardKey(center.id), { appointments: [appointment] });
        return void go(place(`/arrivals/${appointment.id}`), { replace: true });
      }
      const at = appointment.scheduled_start;
      toast(t("desk.booked_at", { plate: appointment.vehicle.plate || appointment.number, at: momentText(at, "day-time", center.zone, locale) }));
      onClose();
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code !== "slot_taken") throw error;
      setTaken(problem);
    }
  };

  return (
    <Dialog title={t("desk.new_visit")} onClose={onClose} className="w-[min(60rem,100vw)]!">
      <Form onSend={() => send(null)} lacks={lacks} label={t("desk.new_visit")}>
        {(busy) => (
          <>
            <div className="grid gap-x-7 gap-y-6 md:grid-cols-2">
              <div className="flex min-w-0 flex-col gap-6">
                <CustomerPart centerId={center.id} held={held} write={write} />
                <VehiclePart held={held} write={write} />
                <WhenPart board={board} held={held} write={write} />
              </div>
              <div className="flex min-w-0 flex-col gap-6">
                <ServicesPart services={services} loading={listed.isLoading} held={held} write={write} />
                <TextField label={t("desk.concern")} name="notes" rows={2} maxLength={2000} value={held.notes} onChange={(event) => write({ notes: event.target.value })} />
              </div>
            </div>
            <footer className="sticky -bottom-5 -mx-5 mt-6 -mb-5 flex flex-col gap-3 border-t bg-raised px-5 py-3">
              {taken && Object.keys(lacks).length === 0 && <NextFree problem={taken} onChoose={(start) => send(start)} />}
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <p className="num min-w-0 flex-1 text-muted">
                  {chosen.length > 0 && (
                    <>
                      {t("desk.sum", { count: chosen.length, time: durationText(sum.minutes, t) })} · <Money of={{ amount: sum.amount, currency: center.currency }} className="font-semibold text-ink" />
                    </>
                  )}
                </p>
                <Button type="submit" tone="primary" busy={busy}>{t(held.when === "now" ? "desk.book_now" : "desk.book")}</Button>
              </div>
            </footer>
          </>
        )}
      </Form>
    </Dialog>
  );
}
