import { hashKey, type QueryKey } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useStore } from "@/lib/store";
import { run, type Command } from "./commands";
import { intents, type Intent } from "./intents";

export type Commands = {
  run: (command: Command) => void;
  /** The intents on a thing of this document that are not settled. */
  of: (thing: string) => Intent[];
};

/** Commands on the live document of that key. */
export function useCommand(key: QueryKey): Commands {
  const hash = hashKey(key);
  const held = useStore(intents);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the hash stands for the key
  const start = useCallback((command: Command) => void run(key, command), [hash]);
  return useMemo(
    () => ({ run: start, of: (thing) => held.filter((one) => one.documentHash === hash && one.thing === thing) }),
    [start, held, hash],
  );
}
