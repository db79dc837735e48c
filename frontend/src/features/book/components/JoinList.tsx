import { Suspense, useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useT } from "@/lib/i18n";
import { useMe } from "@/live/me";
import { Button, ButtonLink } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { StateIcon } from "@/ui/icons";
import { addVehicle, joinList } from "../api/waiting";
import { draft, keyFor, write } from "../live/draft";
import { vehicleBody } from "../model/bodies";
import { joinBody, WANTED, type Wanted } from "../model/waiting";
import type { Entry } from "../pages/YouPage";

export type JoinProps = {
  /** The day that is full, and today at the workshop. */
  day: string;
  today: string;
};

/** Where a day is full: waiting for a time on it, or on some days around it. */
export default function JoinList({ day, today, Entry }: JoinProps & { Entry: Entry }) {
  const t = useT();
  const known = useMe() !== null;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [part, setPart] = useState<Wanted>("any");
  const [joined, setJoined] = useState(false);
  if (joined) {
    return (
      <div role="status" className="flex flex-col items-start gap-3 rounded-md border bg-raised p-4">
        <p className="flex items-center gap-2 font-semibold"><StateIcon state="done" className="text-done-text" />{t("waiting.joined")}</p>
        <p className="text-sm text-pretty text-muted">{t("waiting.joined_text")}</p>
        <ButtonLink to="/visit">{t("waiting.to_visits")}</ButtonLink>
      </div>
    );
  }
  if (!open) return <Button className="self-start" aria-expanded={false} onClick={() => setOpen(true)}>{t("waiting.join")}</Button>;
  if (!known) return <Account Entry={Entry} />;
  return (
    <Form
      label={t("waiting.join")}
      className="flex animate-appear flex-col gap-3 rounded-md border bg-raised p-4"
      onSend={async ({ from_date = day, to_date = day }) => {
        await join(from_date, to_date, part);
        void client.invalidateQueries({ queryKey: ["waiting"] });
        setJoined(true);
      }}
    >
      {(busy) => (
        <>
          <p className="text-pretty">{t("waiting.join_text")}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t("waiting.from")} name="from_date" type="date" required min={today} defaultValue={day} />
            <Field label={t("waiting.to")} name="to_date" type="date" required min={today} defaultValue={day} />
          </div>
          <Choice label={t("waiting.part")} value={part} onChange={setPart} options={WANTED.map((value) => ({ value, label: t(`waiting.part.${value}`) }))} />
          <div className="flex justify-end gap-2">
            <Button tone="quiet" onClick={() => setOpen(false)}>{t("back")}</Button>
            <Button type="submit" tone="primary" busy={busy}>{t("waiting.send")}</Button>
          </div>
        </>
      )}
    </Form>
  );
}

/** Whoever has no account is asked for one: an offer needs somebody to be told. */
function Account({ Entry }: { Entry: Entry }) {
  const t = useT();
  const [way, setWay] = useState<"sign_in" | "register">();
  return (
    <div className="flex animate-appear flex-col gap-3 rounded-md border bg-raised p-4">
      <p className="text-pretty">{t("waiting.join_text")}</p>
      <p className="text-sm text-pretty text-muted">{t("waiting.account")}</p>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => setWay("sign_in")}>{t("waiting.sign_in")}</Button>
        <Button onClick={() => setWay("register")}>{t("waiting.register")}</Button>
      </div>
      {way && (
        <Suspense>
          <Entry begin={way} known={draft.get()} onDone={() => setWay(undefined)} onClose={() => setWay(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** Join with the vehicle that was chosen; one that was described becomes the person's own first. */
async function join(from: string, to: string, part: Wanted): Promise<void> {
  if (!draft.get().vehicleId) {
    const described = vehicleBody(draft.get());
    const vehicleId = await addVehicle(described, keyFor(described));
    write({ vehicleId });
  }
  const body = joinBody(draft.get(), draft.get().vehicleId, from, to, part);
  await joinList(body, keyFor(body));
}
