/** What the desk calls the verbs of a card. */
import type { AllowedAction } from "@/api/things";
import type { Translate } from "@/lib/i18n";

const KNOWN = ["diagnose", "queue", "send_estimate", "diagnose_again", "decline_all", "reopen", "hand_over", "close", "cancel"] as const;
type Known = (typeof KNOWN)[number];

/** The reader's word for a verb; what we do not know is called what the server calls it. */
export const nameOf = (action: AllowedAction, t: Translate): string =>
  (KNOWN as readonly string[]).includes(action.verb) ? t(`desk.verb.${action.verb as Known}`) : action.label;
