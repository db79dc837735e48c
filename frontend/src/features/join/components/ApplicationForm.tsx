import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import type { User } from "@/api/session";
import { useT } from "@/lib/i18n";
import { readerZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { Field, TextField } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { Skeleton } from "@/ui/Skeleton";
import { toast } from "@/ui/toasts";
import { applicationsKey, apply, applyAgain, readCurrency, type Application } from "../api/join";
import { forgetTyped, keepTyped, typedBy } from "../live/typed";
import { AREAS, beginning, bodyOf } from "../model/application";
import { Part } from "./Part";
import { Proof } from "./Proof";

/** The fields of an application: a new one, or a rejected one that is changed and sent again. */
export function ApplicationForm({ me, again, onDone }: { me: User; again?: Application; onDone?: () => void }) {
  const currency = useQuery({ queryKey: ["network-currency"], queryFn: readCurrency, staleTime: Number.POSITIVE_INFINITY, enabled: !again });
  if (!again && currency.isPending) return <Skeleton rows={6} />;
  return <Fields me={me} again={again} currency={currency.data ?? ""} onDone={onDone} />;
}

function Fields({ me, again, currency, onDone }: { me: User; again: Application | undefined; currency: string; onDone: (() => void) | undefined }) {
  const t = useT();
  const client = useQueryClient();
  const about = again?.id ?? "new";
  const [first] = useState(() => ({ ...beginning(again, readerZone(), currency), ...typedBy(me.id, about) }));
  const [placing, setPlacing] = useState(Boolean(first["latitude"] || first["longitude"]));
  const [unproven, setUnproven] = useState<Problem>();
  const title = t(again ? "join.again" : "join.new");
  const field = (name: string) => ({ name, defaultValue: first[name] ?? "", onInput: ({ currentTarget }: { currentTarget: { value: string } }) => keepTyped(me.id, about, name, currentTarget.value) });

  async function send(values: Record<string, string>) {
    setUnproven(undefined);
    const body = bodyOf(values);
    try {
      await (again ? applyAgain(again.id, { ...body, version: again.version }) : apply(body));
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === "email_not_proven") return setUnproven(problem);
      if (problem.code === "postcode_unknown") setPlacing(true);
      if (problem.status === 409) void client.invalidateQueries({ queryKey: applicationsKey(me.id) });
      throw problem;
    }
    forgetTyped();
    await client.invalidateQueries({ queryKey: applicationsKey(me.id) });
    toast(t("join.sent"));
    onDone?.();
  }

  return (
    <Form label={title} className="flex flex-col gap-4" onSend={send}>
      {(busy) => (
        <>
          <h2 className="text-lg">{title}</h2>
          <Part title={t("join.part.what")}>
            <Field label={t("join.name")} required maxLength={120} autoComplete="organization" {...field("name")} />
            <TextField label={t("join.about")} rows={4} required maxLength={2000} hint={t("join.about_hint")} {...field("about")} />
          </Part>
          <Part title={t("join.part.where")}>
            <Field label={t("join.address")} required maxLength={240} autoComplete="street-address" {...field("address")} />
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <Field label={t("join.postcode")} required maxLength={16} autoComplete="postal-code" {...field("postcode")} />
              <Field label={t("join.city")} required maxLength={80} autoComplete="address-level2" {...field("city")} />
              <Field label={t("join.district")} optional maxLength={80} autoComplete="off" {...field("district")} />
            </div>
            {placing ? (
              <div className="grid items-start gap-4 sm:grid-cols-2">
                <Field label={t("join.latitude")} optional inputMode="decimal" autoComplete="off" {...field("latitude")} />
                <Field label={t("join.longitude")} optional inputMode="decimal" autoComplete="off" {...field("longitude")} />
              </div>
            ) : (
              <Button tone="quiet" className="-ms-4 self-start text-accent!" onClick={() => setPlacing(true)}>{t("join.place")}</Button>
            )}
          </Part>
          <Part title={t("join.part.reach")}>
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <Field label={t("join.phone")} type="tel" inputMode="tel" autoComplete="tel" optional {...field("phone")} />
              <Field label={t("join.email")} type="email" inputMode="email" autoComplete="email" optional maxLength={254} {...field("email")} />
            </div>
          </Part>
          <Part title={t("join.part.areas")} text={t("join.areas_text")}>
            {AREAS.map(([, name]) => <Field key={name} label={t(`join.${name}`)} optional hint={t(`join.${name}_hint`)} autoComplete="off" {...field(name)} />)}
          </Part>
          <Part title={t("join.part.counts")}>
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <Field label={t("join.zone")} required maxLength={64} hint={t("join.zone_hint")} autoComplete="off" spellCheck={false} {...field("time_zone")} />
              <Field label={t("join.currency")} required maxLength={3} className="uppercase" hint={t("join.currency_hint")} autoComplete="off" spellCheck={false} {...field("currency")} />
            </div>
          </Part>
          {unproven && <Proof problem={unproven} email={me.email} />}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" busy={busy}>{t(again ? "join.send_again" : "join.send")}</Button>
            {onDone && <Button tone="quiet" onClick={onDone}>{t("back")}</Button>}
          </div>
        </>
      )}
    </Form>
  );
}
