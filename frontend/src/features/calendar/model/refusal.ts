/** What the server says of a time that cannot be had. Pure. */
import type { Problem } from "@/api/problem";

export type Reason = { id: string; name: string; code: string; text: string };

/** Why each bay or technician that was named cannot serve the visit. */
export const reasonsOf = ({ body }: Pick<Problem, "body">): Reason[] => (Array.isArray(body["reasons"]) ? (body["reasons"] as Reason[]) : []);

/** The next starts that are free. */
export const nextFree = ({ body }: Pick<Problem, "body">): string[] => (Array.isArray(body["next_free"]) ? (body["next_free"] as string[]) : []);
