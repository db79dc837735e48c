/** What one person saw and asked for on this page is not the next one's; whoever signs in again finds it as it was. */
import { onIdentityChange, session } from "@/api/session";
import { cache } from "./cache";
import { intents } from "./intents";

export function keepToOwner(): void {
  let owner = session.get().user?.id ?? null;
  onIdentityChange(() => {
    const { user, ended } = session.get();
    if (ended) return;
    if (owner !== null && owner !== user?.id) {
      cache.clear();
      intents.set((held) => held.filter((one) => one.queued));
    }
    owner = user?.id ?? null;
  });
}
