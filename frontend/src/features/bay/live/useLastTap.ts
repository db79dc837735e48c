/** The last thing done here, for as long as it can be taken back: sent and undone by the server, or still in the outbox. */
import { hashKey } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { JobDocument } from "@/api/documents";
import { useStore } from "@/lib/store";
import { actionFor } from "@/live/actions";
import { intents } from "@/live/intents";
import { useMe } from "@/live/me";
import { takeBack } from "@/live/outbox";
import { UNDO_MS } from "@/ui/toasts";
import { jobKey } from "../api/bay";
import type { Taps } from "./useTaps";

export type LastTap = { mark: string; said: string; sent: boolean; undo: () => void };

export function useLastTap(sheet: JobDocument, taps: Taps): LastTap | null {
  const me = useMe();
  const hash = hashKey(jobKey(sheet.job.id));
  const waiting = useStore(intents, (held) => held.findLast((one) => one.documentHash === hash && one.state === "waiting"));
  const offered = sheet.steps.find((step) => actionFor(step, me, "undo"));
  const until = offered && actionFor(offered, me, "undo")?.until;
  const mark = waiting ? waiting.key : offered ? `${offered.id} ${until}` : null;
  // What the page found when it was opened is too old to offer; the server's moments are not compared with this device's.
  const found = useRef(mark);
  const [fresh, setFresh] = useState<string | null>(null);
  useEffect(() => {
    if (mark === null || mark === found.current) return;
    found.current = null;
    setFresh(mark);
    const timer = setTimeout(() => setFresh(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [mark]);
  if (mark === null || mark !== fresh) return null;
  if (waiting) return { mark, said: waiting.say, sent: false, undo: () => void takeBack(waiting.key) };
  return { mark, said: taps.said(offered!), sent: true, undo: () => taps.undo(offered!) };
}
