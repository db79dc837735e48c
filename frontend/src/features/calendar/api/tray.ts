/** What the desk has to place besides requests: visits in conflict, and those that cannot be served as they are booked. */
import { call, type Answer, type Body } from "@/api/typed";

export type Conflicts = Answer<"/api/staff/conflicts", "get">;
/** A complete plan: where each visit in conflict goes. */
export type Way = Conflicts["ways"][number];
export type PlannedMove = Way["moves"][number];
export type Moves = Body<"/api/staff/moves", "post">;

/** `mark` names the conflicts as they are; without it, whatever is known of them. */
export const conflictsKey = (center: string, mark?: string) => ["conflicts", center, ...(mark === undefined ? [] : [mark])];
export const readConflicts = (center: string) => call("get", "/api/staff/conflicts", { query: { center } });
export const sendMoves = (body: Moves, key: string) => call("post", "/api/staff/moves", { body, key });

/** A visit to come that cannot be served as it is booked, with the reasons in the server's words. */
export type Unserved = Answer<"/api/staff/unserved", "get">[number];
export const unservedKey = (center: string) => ["unserved", center];
export const readUnserved = (center: string) => call("get", "/api/staff/unserved", { query: { center } });
