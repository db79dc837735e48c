/** Where a person's day begins, and which centre they act in. Pure. */
import type { Role, RoleName, User } from "@/api/session";

const FIRST: [RoleName, string][] = [
  ["admin", "/board"],
  ["staff", "/board"],
  ["technician", "/day"],
  ["customer", "/visit"],
];

/** The first screen of the strongest role; a person without one is a customer. */
export function homeOf(user: User): string {
  return FIRST.find(([role]) => user.roles.some((held) => held.role === role))?.[1] ?? "/visit";
}

/** Whether the person holds one of the roles. */
export function holds(user: User | null, ...roles: RoleName[]): boolean {
  return user?.roles.some((held) => roles.includes(held.role)) ?? false;
}

/** The centre of the first role that has one and is among those asked for. */
export function centerOf(user: User | null, ...roles: RoleName[]): string | null {
  const fits = (held: Role) => held.service_center_id !== null && (roles.length === 0 || roles.includes(held.role));
  return user?.roles.find(fits)?.service_center_id ?? null;
}

/** Only a path of this site may follow a sign-in. */
export function safeReturn(path: string | null): string | null {
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-in") ? path : null;
}
