/** What the desk does to a card at a press: shown at once, with a refusal beside what was pressed. */
import { useEffect, useMemo } from "react";
import type { JobDocument } from "@/api/documents";
import type { AllowedAction, Bay, Hold, Item, Job, Technician } from "@/api/things";
import { useT } from "@/lib/i18n";
import { workshopNow } from "@/live/clock";
import { forgetRefused } from "@/live/commands";
import type { Intent } from "@/live/intents";
import { useCommand } from "@/live/useCommand";
import { HOLDS, jobKey, JOBS } from "../api/desk";
import * as guesses from "../model/guesses";
import { nameOf } from "../model/verbs";

export type CardVerbs = {
  run: (job: Job, action: AllowedAction) => void;
  move: (job: Job, bay: Bay | null) => void;
  assign: (job: Job, item: Item, technician: Technician | null) => void;
  release: (hold: Hold) => void;
  /** What is not settled: of a hold, of the card's bay, of an item's technician, or of the card's stage. */
  ofHold: (hold: Hold) => Intent[];
  ofBay: Intent[];
  ofItem: (item: Item) => Intent[];
  ofStage: Intent[];
};

export function useCardVerbs({ job: { id } }: JobDocument): CardVerbs {
  const t = useT();
  const commands = useCommand(jobKey(id));
  useEffect(() => () => forgetRefused(jobKey(id)), [id]);
  return useMemo(() => {
    const own = commands.of(id);
    return {
      run: (job, action) =>
        commands.run({ to: JOBS, id, verb: action.verb, version: job.version, patch: guesses.moved(job, action.verb), say: t("desk.said", { plate: job.vehicle.plate, done: nameOf(action, t) }) }),
      move: (job, bay) =>
        commands.run({
          to: JOBS, id, verb: "move", version: job.version, body: { bay_id: bay?.id ?? null }, patch: guesses.inBay(job, bay),
          say: bay ? t("desk.said.move", { plate: job.vehicle.plate, bay: bay.name }) : t("desk.said.move_out", { plate: job.vehicle.plate }),
        }),
      assign: (job, item, technician) =>
        commands.run({
          to: JOBS, id, verb: "assign", version: job.version, body: { item_id: item.id, technician_id: technician?.id ?? null },
          patch: guesses.given(item, technician),
          say: technician ? t("desk.said.assign", { item: item.name, name: technician.name }) : t("desk.said.assign_nobody", { item: item.name }),
        }),
      release: (hold) =>
        commands.run({ to: HOLDS, id: hold.id, verb: "release", version: hold.version, patch: guesses.released(hold, new Date(workshopNow()).toISOString()), say: t("desk.released") }),
      ofHold: (hold) => commands.of(hold.id),
      ofBay: own.filter((one) => one.verb === "move"),
      ofItem: (item) => own.filter((one) => one.verb === "assign" && one.body["item_id"] === item.id),
      ofStage: own.filter((one) => one.verb !== "move" && one.verb !== "assign"),
    };
  }, [commands, id, t]);
}
