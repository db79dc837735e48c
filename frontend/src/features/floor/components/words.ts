import type { Translate } from "@/lib/i18n";
import type { Card } from "../model/wall";

/** The word of a card, in its tile and beside its plate alike. */
export function wordOf({ said }: Card, t: Translate): string {
  if (typeof said === "object") return "hold" in said ? t(`floor.hold.${said.hold}`) : t(`floor.stage.${said.stage}`);
  return said === "paused" || said === "needs_approval" ? t(`floor.${said}`) : t(`state.${said}`);
}
