/** Where a person's day begins. Pure. */
import type { RoleName, User } from "@/api/session";

const FIRST: [RoleName, string][] = [
  ["admin", "/board"],
  ["staff", "/board"],
  ["technician", "/day"],
  ["customer", "/visit"],
];

/** Whether the person collects and returns vehicles for a centre. */
export const drives = (user: User): boolean => user.roles.some((held) => held.driver);

/** The first screen of the strongest role; a person without one is a customer. Who is at a desk to drive begins with that. */
export function homeOf(user: User): string {
  if (drives(user) && user.roles.every((held) => held.role === "staff" || held.role === "customer")) return "/drive";
  return FIRST.find(([role]) => user.roles.some((held) => held.role === role))?.[1] ?? "/visit";
}

/** Whether the person holds one of the roles. */
export function holds(user: User | null, ...roles: RoleName[]): boolean {
  return user?.roles.some((held) => (roles as string[]).includes(held.role)) ?? false;
}

const AT_WORK = (role: User["roles"][number]): boolean => role.role !== "customer";
/** The network's administrators act in every centre. */
export const runsNetwork = (user: User): boolean => user.roles.some(({ role, service_center_id }) => role === "admin" && service_center_id === null);

/** Whether a person has more than one centre to act in. */
export function choosesCenter(user: User): boolean {
  return runsNetwork(user) || new Set(user.roles.filter(AT_WORK).map((held) => held.service_center_id)).size > 1;
}

/** Those of the centres that a person may act in. */
export function centersOf<C extends { id: string }>(user: User, centers: C[]): C[] {
  const held = new Set(user.roles.filter(AT_WORK).map((one) => one.service_center_id));
  return runsNetwork(user) ? centers : centers.filter((center) => held.has(center.id));
}

/** Only a path of this site may follow a sign-in or a registration. */
export function safeReturn(path: string | null): string | null {
  return path && /^\/(?![/\\])/.test(path) && !/^\/(sign-in|register)\b/.test(path) ? path : null;
}

/** The address of a way in, `to` being "/sign-in" or "/register", that leads on to `next`. */
export const wayIn = (to: string, next: string | null): string => (next ? `${to}?next=${encodeURIComponent(next)}` : to);
