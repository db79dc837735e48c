/** What the desk does for who waits: for the one on the phone, at once, and refused beside their place. */
import { useMemo } from "react";
import type { QueryKey } from "@tanstack/react-query";
import type { Waiting } from "@/api/things";
import { useT, type MessageId } from "@/lib/i18n";
import { run } from "@/live/commands";
import { intents, troubled, type Intent } from "@/live/intents";
import { useCommand } from "@/live/useCommand";
import { toast } from "@/ui/toasts";

export type LineDeeds = {
  book: (entry: Waiting) => void;
  /** Give what is offered to the next in line. */
  pass: (entry: Waiting) => void;
  leave: (entry: Waiting) => void;
  of: (id: string) => Intent[];
};

/** Commands on the waiting list in the document of `key`. */
export function useLine(key: QueryKey): LineDeeds {
  const t = useT();
  const { of } = useCommand(key);
  return useMemo(() => {
    const ask = async (entry: Waiting, verb: string, said: MessageId) => {
      const say = t(said, { what: entry.vehicle.plate || entry.customer.name });
      await run(key, { to: "staff/waiting-list", id: entry.id, verb, version: entry.version, say, quiet: true });
      if (!intents.get().some((one) => one.thing === entry.id && troubled(one))) toast(say);
    };
    return {
      book: (entry) => void ask(entry, "book", "calendar.said.line_book"),
      pass: (entry) => void ask(entry, "wait_on", "calendar.said.line_pass"),
      leave: (entry) => void ask(entry, "leave", "calendar.said.line_leave"),
      of,
    };
  }, [key, of, t]);
}
