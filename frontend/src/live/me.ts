import { session, type User } from "@/api/session";
import { useStore } from "@/lib/store";

/** The person signed in, for `actionsFor`; null for who came by a link. */
export function useMe(): User | null {
  return useStore(session, (held) => held.user);
}

/** The centre the person acts in; empty when there is none. */
export function useCenterId(): string {
  return useStore(session, (held) => held.centerId ?? "");
}
