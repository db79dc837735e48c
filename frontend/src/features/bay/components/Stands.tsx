import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { isFinished } from "../model/day";

/** Where the vehicle stands: only one that is still worked on misses its bay, and a ready one waits to be collected. */
export function Stands({ job: { bay, stage } }: { job: Job }) {
  const t = useT();
  if (stage === "ready_for_pickup") return t("bay.to_collect");
  return bay?.name ?? (isFinished(stage) ? null : t("bay.no_bay"));
}
