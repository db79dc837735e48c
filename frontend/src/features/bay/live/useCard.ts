/** What is decided about a whole card, on the document that shows it. Not queued: the customer is told at once. */
import type { QueryKey } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import type { Intent } from "@/live/intents";
import { useCommand } from "@/live/useCommand";
import { JOBS } from "../api/bay";
import { decided } from "../model/guesses";

export type CardVerbs = {
  diagnose: (job: Job) => void;
  pass: (job: Job) => void;
  rework: (job: Job, steps: string[], reason: string) => void;
  of: (job: string) => Intent[];
};

/** `list`: the document lists cards (a day) instead of being about one. */
export function useCard(key: QueryKey, { list = false } = {}): CardVerbs {
  const t = useT();
  const commands = useCommand(key);
  return useMemo(
    () => ({
      of: commands.of,
      diagnose: (job) =>
        commands.run({ to: JOBS, id: job.id, verb: "diagnose", version: job.version, say: t("bay.say.diagnose", { plate: job.vehicle.plate }) }),
      pass: (job) =>
        commands.run({
          to: JOBS, id: job.id, verb: "pass_check", version: job.version, patch: decided(job, true, list),
          say: t("bay.say.pass", { plate: job.vehicle.plate }),
        }),
      rework: (job, steps, reason) =>
        commands.run({
          to: JOBS, id: job.id, verb: "rework", version: job.version, patch: decided(job, false, list),
          body: { step_ids: steps, reason }, say: t("bay.say.rework_job", { plate: job.vehicle.plate }),
        }),
    }),
    [commands, list, t],
  );
}
