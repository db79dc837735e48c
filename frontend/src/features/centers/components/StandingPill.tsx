import type { WorkState } from "@/api/things";
import { useT } from "@/lib/i18n";
import { Pill } from "@/ui/Pill";
import type { Standing } from "../model/people";

const STATES: Record<Standing, WorkState> = { expired: "blocked", soon: "waiting", valid: "done" };

/** How a certificate stands, as shape, word and colour. */
export function StandingPill({ standing }: { standing: Standing }) {
  const t = useT();
  return <Pill state={STATES[standing]}>{t(`centers.standing.${standing}`)}</Pill>;
}
