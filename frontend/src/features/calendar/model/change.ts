/** Who changed a visit last, in words. Pure. */
import type { Slot } from "@/api/things";
import type { Translate } from "@/lib/i18n";

export type Change = NonNullable<Slot["last_change"]>;

/** "Moved by Lakshmi"; what one did oneself is said so. */
export function changeText({ deed, by, person }: Change, me: string | undefined, t: Translate): string {
  const own = person !== null && person.id === me;
  return t(`calendar.change.${deed}`, { by: own ? t("calendar.by.you") : (person?.name ?? t(by === "customer" ? "calendar.by.customer" : "calendar.by.system")) });
}

/** What was done to a visit after the version that somebody has in hand, if it is known by whom. */
export const changeSince = ({ last_change }: Slot, version: number): Change | null => (last_change && last_change.version > version ? last_change : null);

/** What tells nobody anything that the card itself does not say is left unsaid. */
const SAID = new Set<Change["deed"]>(["moved", "resized", "reassigned", "cancelled", "missed"]);

/** What a frame has just told of a visit, when somebody else did it; a frame of its conflict or its drives is not their deed. */
export function newsOf(visit: Slot, me: string | undefined): Change | null {
  const change = changeSince(visit, visit.version - 1);
  return change && SAID.has(change.deed) && change.person?.id !== me ? change : null;
}
