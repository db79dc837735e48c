/** The workshop's clock: real time, or the faster one of a demo, as the server last told it. */
import { useEffect, useState } from "react";
import type { ClockReading } from "@/api/things";
import { createStore, useStore } from "@/lib/store";

type Setting = { base: number; at: number; rate: number };

const setting = createStore<Setting>({ base: Date.now(), at: performance.now(), rate: 1 });

/** Set the clock by a document's or heartbeat's reading; small differences are the network's, and left alone. */
export function setClock(reading: ClockReading | undefined): void {
  const told = reading ? Date.parse(reading.now) : Number.NaN;
  if (!reading || Number.isNaN(told)) return;
  const drift = Math.abs(told - workshopNow());
  if (reading.rate === setting.get().rate && drift < 400 * Math.max(1, reading.rate)) return;
  setting.set({ base: told, at: performance.now(), rate: reading.rate });
}

/** Workshop time in milliseconds since the epoch. */
export function workshopNow(): number {
  const { base, at, rate } = setting.get();
  return base + (performance.now() - at) * rate;
}

/**
 * Workshop time that ticks: the component draws again every `every` milliseconds of it, and at most once a real second.
 * All of a page tick together, at the full minute of the workshop's clock: no two of them show different ones.
 */
export function useClock(every = 1_000): number {
  const [now, setNow] = useState(workshopNow);
  const rate = useStore(setting, (held) => held.rate);
  useEffect(() => {
    const period = every * Math.max(1, Math.ceil((1_000 * rate) / every));
    // What comes a moment early reads the old minute, and comes again.
    const wait = () => Math.ceil((period - (workshopNow() % period)) / rate);
    const read = () => {
      clearTimeout(timer);
      setNow(workshopNow());
      timer = setTimeout(read, wait());
    };
    let timer = setTimeout(read, wait());
    const unset = setting.subscribe(read);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearTimeout(timer);
      unset();
      document.removeEventListener("visibilitychange", read);
    };
  }, [every, rate]);
  return now;
}
