import { useEffect, useRef, useState } from "react";
import { asProblem } from "@/api/problem";
import { useLiveDocument } from "@/live/document";
import { socket } from "@/live/hub";
import { LiveState } from "@/ui/LiveState";
import { PAIRED_KEY, readPairedFloor } from "../api/floor";
import { Floor } from "../components/Floor";
import { Pairing } from "../components/Pairing";
import { LOOK_MS } from "../model/code";

/** The wall board of a screen that nobody is signed in on: its code until the desk pairs it, the floor from then on. */
export function PairedPage() {
  const refused = useRef(false);
  const live = useLiveDocument(PAIRED_KEY, async () => {
    try {
      const floor = await readPairedFloor();
      // The socket that is open, if any, was opened by nobody.
      if (refused.current) socket.restart();
      refused.current = false;
      return floor;
    } catch (error) {
      refused.current ||= asProblem(error).status === 401;
      throw error;
    }
  });
  // Asking again makes the refusal pass for a moment: what is on the screen stays until there is a floor.
  const [unpaired, setUnpaired] = useState(false);
  if (!unpaired && live.problem?.status === 401) setUnpaired(true);
  if (unpaired && live.document) setUnpaired(false);
  const look = useRef(live.refetch);
  useEffect(() => {
    look.current = live.refetch;
  });
  useEffect(() => {
    if (!unpaired) return;
    const timer = setInterval(() => look.current(), LOOK_MS);
    return () => clearInterval(timer);
  }, [unpaired]);
  if (unpaired) return <Pairing />;
  return <LiveState live={live}>{(floor) => <Floor floor={floor} />}</LiveState>;
}
