import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, Problem } from "@/api/problem";
import { useT, type Translate } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { useCenterId } from "@/live/me";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { toast } from "@/ui/toasts";
import { pairScreen, screensKey } from "../api/screens";

/** What to do about a code that no screen shows, in the language of the page. */
function inOurWords(problem: Problem, t: Translate): Problem {
  if (problem.code !== "code_unknown") return problem;
  return new Problem(problem.status, { ...problem.body, fields: { code: [t("desk.screens.code_unknown")] } });
}

/** Pair the screen that shows a code with the floor of this centre. */
export function PairScreen() {
  const t = useT();
  const cache = useQueryClient();
  const center = useCenterId();
  const [round, setRound] = useState(0);
  return (
    <Form
      key={round}
      label={t("desk.screens.pair")}
      className="flex flex-col gap-3"
      onSend={async ({ code = "", name = "" }) => {
        const body = { code: code.replace(/[^\p{L}\p{N}]/gu, ""), name: name.trim(), center_id: center };
        const made = await pairScreen(body, uuid()).catch((error: unknown) => {
          throw inOurWords(asProblem(error), t);
        });
        await cache.invalidateQueries({ queryKey: screensKey(center) });
        toast(t("desk.screens.paired", { name: made.name || t("desk.screens.unnamed") }));
        setRound((count) => count + 1);
      }}
    >
      {(busy) => (
        <>
          <Field
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the form begins anew after pairing, with the next code
            autoFocus={round > 0}
            label={t("desk.screens.code")}
            name="code"
            required
            maxLength={10}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            hint={t("desk.screens.code_hint", { address: `${location.host}/floor` })}
            className="font-plate text-xl! min-h-12! font-bold tracking-[0.2em] uppercase"
          />
          <Field label={t("desk.screens.name")} name="name" maxLength={80} autoComplete="off" hint={t("desk.screens.name_hint")} />
          <Button type="submit" tone="primary" busy={busy} className="self-start">{t("desk.screens.pair")}</Button>
        </>
      )}
    </Form>
  );
}
