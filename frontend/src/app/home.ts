/** Where a person's day begins. Pure. */
import type { RoleName, User } from "@/api/session";

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
  return user?.roles.some((held) => (roles as string[]).includes(held.role)) ?? false;
}

/** Only a path of this site may follow a sign-in. */
export function safeReturn(path: string | null): string | null {
  return path && /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-in") ? path : null;
}
