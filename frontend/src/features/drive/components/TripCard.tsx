import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { uploadPicture, type Picture } from "@/api/upload";
import { useT } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { actionFor } from "@/live/actions";
import { useClock } from "@/live/clock";
import { useCenterId, useMe } from "@/live/me";
import { applyFrame } from "@/live/reducer";
import { Button, ButtonAnchor } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Field } from "@/ui/Field";
import { Sign } from "@/ui/icons";
import { Time, Window } from "@/ui/moments";
import { Plate } from "@/ui/Plate";
import { FieldNote } from "@/ui/FieldNote";
import { ProblemNote } from "@/ui/ProblemNote";
import { Tint } from "@/ui/tint";
import { Unfolded } from "@/ui/Unfolded";
import { drive, tripsKey, type Trip, type TripsDocument } from "../api/drive";
import { mapOf, whereOf } from "../model/trips";
import { TripPhotos } from "./TripPhotos";
import { TripPill } from "./TripPill";

/** One drive: where to, for whom, with which vehicle, and the one thing to do next, from when it may be done. */
export function TripCard({ trip }: { trip: Trip }) {
  const t = useT();
  const me = useMe();
  const client = useQueryClient();
  const center = useCenterId();
  const [open, setOpen] = useState<"finish" | "fail">();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [photos, setPhotos] = useState<Picture[]>([]);
  // One key a deed: a second try after a lost answer has one effect.
  const key = useRef(uuid());
  const now = useClock(15_000);
  const may = (verb: string) => actionFor(trip, me, verb, now) !== undefined;
  const later = actionFor(trip, me, "set_out");
  const send = async (verb: "set-out" | "finish" | "fail", body: object = {}) => {
    const answer = await drive(trip, verb, key.current, body);
    key.current = uuid();
    client.setQueryData<TripsDocument>(tripsKey(center), (held) => held && applyFrame(held, answer as never));
  };
  const guarded = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  const { vehicle, customer } = trip;
  const thing = vehicle.kind === "equipment";
  return (
    <Tint by={trip.version}>
      <Card className="flex flex-col gap-3 p-4">
        <p className="flex flex-wrap items-center justify-between gap-2">
          <b className="text-lg font-semibold">{t(`drive.way.${trip.direction}`)}</b>
          <TripPill trip={trip} />
        </p>
        <p className="text-xl font-bold"><Window from={trip.window_start} to={trip.window_end} /></p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><Plate>{vehicle.plate}</Plate> <span>{`${vehicle.make} ${vehicle.model}`}</span></p>
        <div>
          <p className="font-semibold">{customer.name}</p>
          <p className="text-pretty">{whereOf(trip)}</p>
        </div>
        {trip.reason && <p className="text-pretty text-muted">{trip.reason}</p>}
        <TripPhotos trip={trip} as="driver" />
        {(may("set_out") || may("finish") || trip.status === "planned") && (
          <div className="grid grid-cols-2 gap-2">
            <ButtonAnchor href={mapOf(trip)} target="_blank" rel="noreferrer">{t("drive.map")}</ButtonAnchor>
            {customer.phone && <ButtonAnchor href={`tel:${customer.phone}`}><Sign name="phone" size={16} />{t("drive.call")}</ButtonAnchor>}
          </div>
        )}
        {may("set_out") && <Button tone="primary" wide busy={busy} onClick={() => void guarded(() => send("set-out"))}>{t("drive.set_out")}</Button>}
        {later?.since && !may("set_out") && <p className="text-sm text-muted">{t("drive.set_out_from")} <Time at={later.since} show="day-time" />.</p>}
        {trip.status === "planned" && !later && <p className="text-sm text-muted">{t(thing ? "drive.thing.not_ready" : "drive.not_ready")}</p>}
        {may("finish") && !open && <Button tone="primary" wide onClick={() => setOpen("finish")}>{t(`drive.finish.${trip.direction}`)}</Button>}
        {may("fail") && !open && <Button tone="danger" wide onClick={() => setOpen("fail")}>{t("drive.failed")}</Button>}
        {problem && <ProblemNote problem={problem} fields />}
        {open === "finish" && may("finish") && (
          <Unfolded
            label={t(`drive.finish.${trip.direction}`)}
            send={t(`drive.finish.${trip.direction}`)}
            onClose={() => setOpen(undefined)}
            onSend={({ keys, mileage }) => send("finish", { keys: keys === "on", mileage: mileage ? Number(mileage) : null, photos: photos.map((one) => one.id) })}
          >
            <label className="flex min-h-12 cursor-pointer items-center gap-3 font-semibold">
              <input type="checkbox" name="keys" className="size-6 accent-accent" required />
              {t(thing ? `drive.thing.${trip.direction}` : `drive.keys.${trip.direction}`)}
            </label>
            <FieldNote name="keys" />
            {!thing && <Field label={t("drive.mileage")} name="mileage" type="number" inputMode="numeric" min={0} optional hint={t("drive.mileage_hint", { mileage: vehicle.mileage })} />}
            <Pictures photos={photos} busy={busy} onFiles={(files) => void guarded(async () => {
              for (const file of files) {
                const picture = await uploadPicture(file, () => undefined);
                setPhotos((held) => [...held, picture]);
              }
            })} />
          </Unfolded>
        )}
        {open === "fail" && may("fail") && (
          <Unfolded label={t("drive.failed")} send={t("drive.failed")} tone="danger" onClose={() => setOpen(undefined)} onSend={({ reason }) => send("fail", { reason })}>
            <Field label={t("drive.why")} name="reason" required maxLength={240} autoComplete="off" hint={t("drive.why_hint")} />
          </Unfolded>
        )}
      </Card>
    </Tint>
  );
}

const MOST = 6;

function Pictures({ photos, busy, onFiles }: { photos: Picture[]; busy: boolean; onFiles: (files: File[]) => void }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center gap-2">
      {photos.map((one, at) => <img key={one.id} src={one.thumbnail_url} alt={t("drive.photo", { number: at + 1 })} className="size-16 rounded-sm border object-cover" />)}
      {photos.length < MOST && (
        <label className="relative flex min-h-12 cursor-pointer items-center gap-2 rounded-sm border border-dashed border-control! px-4 font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent" aria-busy={busy}>
          <Sign name="plus" size={16} />
          {t(busy ? "drive.photo_sending" : "drive.photo_add")}
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            multiple
            disabled={busy}
            className="absolute inset-0 cursor-pointer opacity-0"
            onChange={(event) => {
              onFiles(Array.from(event.target.files ?? []).slice(0, MOST - photos.length));
              event.target.value = "";
            }}
          />
        </label>
      )}
    </div>
  );
}
