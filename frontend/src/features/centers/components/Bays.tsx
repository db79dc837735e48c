import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Pill } from "@/ui/Pill";
import { ProblemNote } from "@/ui/ProblemNote";
import { Unfolded } from "@/ui/Unfolded";
import { addBay, centerKey, writeBay, type AdministeredBay } from "../api/centers";
import { useDeed } from "../live/useDeed";
import { useSaved } from "../live/useSaved";
import { wordsOf } from "../model/services";
import { listOf, textOf } from "@/lib/lists";
import { Panel } from "./Panel";
import { SavedForm } from "./SavedForm";
import { Suggested } from "./Suggested";

type Known = { kinds: string[]; equipment: string[] };

/** The bays in their order, those out of use too. */
export function Bays({ center, bays, asked }: { center: string; bays: AdministeredBay[]; /** The kinds and equipment that services ask for. */ asked: string[] }) {
  const t = useT();
  const saved = useSaved(center);
  const [adding, setAdding] = useState(false);
  const known: Known = { kinds: wordsOf(...bays.map((bay) => bay.kind), ...asked), equipment: wordsOf(...bays.flatMap((bay) => bay.equipment)) };
  return (
    <Panel title={t("centers.bays")} text={t("centers.bays_text")} aside={!adding && <Button onClick={() => setAdding(true)}>{t("centers.add_bay")}</Button>}>
      {adding && (
        <Unfolded
          label={t("centers.add_bay")}
          send={t("centers.add_bay")}
          onClose={() => setAdding(false)}
          onSend={async ({ name = "", kind = "", equipment = "" }) => {
            const position = Math.max(0, ...bays.map((bay) => bay.position)) + 1;
            await addBay(center, { name: name.trim(), kind: kind.trim(), equipment: listOf(equipment), position });
            await saved();
          }}
        >
          <BayFields known={known} />
        </Unfolded>
      )}
      <ul className="mt-2 first:mt-0">
        {bays.map((bay) => <Row key={bay.id} center={center} bay={bay} known={known} />)}
      </ul>
      {bays.length === 0 && !adding && <p className="text-muted">{t("centers.no_bays")}</p>}
    </Panel>
  );
}

function Row({ center, bay, known }: { center: string; bay: AdministeredBay; known: Known }) {
  const t = useT();
  const client = useQueryClient();
  const saved = useSaved(center);
  const [editing, setEditing] = useState(false);
  const { busy, problem, run } = useDeed();
  const { name } = bay;
  const use = async () => {
    const now = await writeBay(bay.id, { version: bay.version, is_active: !bay.is_active });
    await saved(t(now.is_active ? "centers.in_use_again" : "centers.taken_out", { name }), () => writeBay(bay.id, { version: now.version, is_active: bay.is_active }));
  };
  return (
    <li className="border-t py-2 first:border-0">
      {editing ? (
        <SavedForm
          thing={bay}
          label={name}
          onReload={() => client.invalidateQueries({ queryKey: centerKey(center, "bays") })}
          onClose={() => setEditing(false)}
          onSave={async ({ name = "", kind = "", equipment = "" }, base) => {
            const now = await writeBay(bay.id, { version: base.version, name: name.trim(), kind: kind.trim(), equipment: listOf(equipment) });
            await saved();
            return now;
          }}
        >
          {(base, touch) => <BayFields known={known} bay={base} onAdded={touch} />}
        </SavedForm>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-16 font-semibold">{bay.name}</span>
          <span className="min-w-0 flex-1 basis-40">{bay.kind}<span className="text-muted">{bay.equipment.length > 0 && ` · ${textOf(bay.equipment)}`}</span></span>
          <Pill state={bay.is_active ? "done" : "queued"}>{t(bay.is_active ? "centers.in_use" : "centers.out_of_use")}</Pill>
          <span className="flex gap-1.5">
            <Button tone="quiet" busy={busy} onClick={() => void run(use)}>{t(bay.is_active ? "centers.take_out" : "centers.use_again")} <span className="sr-only">{name}</span></Button>
            <Button onClick={() => setEditing(true)}>{t("centers.edit")} <span className="sr-only">{name}</span></Button>
          </span>
        </div>
      )}
      {problem && <ProblemNote problem={problem} fields />}
    </li>
  );
}

function BayFields({ known, bay, onAdded }: { known: Known; bay?: AdministeredBay; onAdded?: () => void }) {
  const t = useT();
  const list = useId();
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <Field label={t("centers.name")} name="name" required maxLength={40} defaultValue={bay?.name} autoComplete="off" />
      <Field label={t("centers.bay_kind")} name="kind" required maxLength={20} defaultValue={bay?.kind} list={list} autoComplete="off" hint={t("centers.bay_kind_hint")} />
      <Suggested label={t("centers.equipment")} name="equipment" hint={t("centers.comma")} value={bay?.equipment ?? []} known={known.equipment} onAdded={onAdded} />
      <datalist id={list}>{known.kinds.map((kind) => <option key={kind} value={kind} />)}</datalist>
    </div>
  );
}
