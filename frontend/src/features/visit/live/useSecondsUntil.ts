import { useEffect, useState } from "react";
import { secondsUntil } from "../model/place";

/** The whole seconds until a real moment, ticking; true after a sleep too. */
export function useSecondsUntil(moment: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1_000);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [moment]);
  return secondsUntil(moment, now);
}
