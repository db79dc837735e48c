import { useId, useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { ProblemNote } from "@/ui/ProblemNote";
import { Unfolded } from "@/ui/Unfolded";
import { addResource, retireResource, type Resource } from "../api/centers";
import { useDeed } from "../live/useDeed";
import { useSaved } from "../live/useSaved";
import { Panel } from "./Panel";

/** The tools, or the loaner cars, in use. */
export function Lent({ center, kind, types = [], resources }: { center: string; kind: Resource["kind"]; /** The known types of tools. */ types?: string[]; resources: Resource[] }) {
  const t = useT();
  const saved = useSaved(center);
  const list = useId();
  const [adding, setAdding] = useState(false);
  const add = t(`centers.add_${kind}`);
  return (
    <Panel title={t(`centers.${kind}s`)} text={t(`centers.${kind}s_text`)} aside={!adding && <Button onClick={() => setAdding(true)}>{add}</Button>}>
      {adding && (
        <Unfolded
          label={add}
          send={add}
          onClose={() => setAdding(false)}
          onSend={async ({ name = "", type = "" }) => {
            await addResource(center, { kind, name: name.trim(), type: type.trim() });
            await saved();
          }}
        >
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- unfolded by a press that meant this */}
          <Field label={t("centers.name")} name="name" required maxLength={80} autoComplete="off" autoFocus />
          {kind === "tool" && <Field label={t("centers.tool_type")} name="type" required maxLength={40} list={list} autoComplete="off" hint={t("centers.tool_type_hint")} />}
          <datalist id={list}>{types.map((type) => <option key={type} value={type} />)}</datalist>
        </Unfolded>
      )}
      <ul className="mt-2 first:mt-0">
        {resources.map((one) => <Row key={one.id} center={center} one={one} />)}
      </ul>
      {resources.length === 0 && !adding && <p className="text-muted">{t("centers.none_lent")}</p>}
    </Panel>
  );
}

function Row({ center, one: { id, kind, name, type } }: { center: string; one: Resource }) {
  const t = useT();
  const saved = useSaved(center);
  const { busy, problem, run } = useDeed();
  const retire = async () => {
    await retireResource(id);
    await saved(t("centers.taken_out", { name }), () => addResource(center, { kind, name, type }));
  };
  return (
    <li className="border-t py-1.5 first:border-0">
      <div className="flex items-center gap-4">
        <span className="min-w-0 flex-1"><span className="font-semibold">{name}</span>{type && <span className="text-muted"> · {type}</span>}</span>
        <Button tone="quiet" busy={busy} onClick={() => void run(retire)}>{t("centers.take_out")} <span className="sr-only">{name}</span></Button>
      </div>
      {problem && <ProblemNote problem={problem} fields />}
    </li>
  );
}
