import type { Availability } from "../api/book";
import { useLocale, useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { useZone } from "@/lib/zone";
import { momentText } from "@/ui/moments";
import { draft, refusal } from "../live/draft";
import { elsewhereOf } from "../model/draft";
import type { Shut } from "../model/slots";
import { Lost } from "./Lost";

export type OwnVisit = Availability["visits"][number];

/** Which visit a vehicle has already, and from when to when. */
export function useVisitWords(): (visit: OwnVisit) => string {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  return ({ number, scheduled_start, scheduled_end }) =>
    t("plan.elsewhere_own", { number, from: momentText(scheduled_start, "day-time", zone, locale), to: momentText(scheduled_end, "time", zone, locale) });
}

/** The starts at which the vehicle turned out to have another visit: to whom may not know of that, they are shown as free. */
export function useElsewhere(): Shut | undefined {
  const t = useT();
  const starts = useStore(draft, elsewhereOf);
  return starts.length > 0 ? { starts, why: t("plan.elsewhere_at") } : undefined;
}

/** The vehicle has a visit at the time that was sent: which one, for who may know, and all other times below. */
export function Elsewhere() {
  const t = useT();
  const words = useVisitWords();
  const problem = useStore(refusal);
  if (problem?.code !== "vehicle_busy") return null;
  const visit = problem.body["visit"] as OwnVisit | undefined;
  return <Lost title={t("plan.elsewhere")} text={[visit && words(visit), t(visit ? "plan.elsewhere_next" : "plan.elsewhere_call")].filter(Boolean).join(" ")} next={[]} busy={undefined} onChoose={() => undefined} />;
}
