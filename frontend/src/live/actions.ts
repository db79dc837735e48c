/** Which of a thing's allowed actions are this person's. Pure. */
import type { AllowedAction } from "@/api/things";

type Me = { id: string } | null;
type Acted = { allowed_actions?: AllowedAction[] } | null | undefined;

/**
 * The actions of a thing that `me` may take at `now` (workshop time, ms): in `only` when given, not in `except`, not
 * before `since` and not past `until`. Actions without `only` are everyone's of the audience.
 */
export function actionsFor(thing: Acted, me: Me, now?: number): AllowedAction[] {
  return (thing?.allowed_actions ?? []).filter((action) => {
    if (action.only && !(me && action.only.includes(me.id))) return false;
    if (action.except && me && action.except.includes(me.id)) return false;
    if (action.since && now !== undefined && now < Date.parse(action.since)) return false;
    return !(action.until && now !== undefined && Date.parse(action.until) <= now);
  });
}

/** One verb of the thing, when this person may take it. */
export function actionFor(thing: Acted, me: Me, verb: string, now?: number): AllowedAction | undefined {
  return actionsFor(thing, me, now).find((action) => action.verb === verb);
}
