import { useLayoutEffect, useState, type RefObject } from "react";

const LEAST = 1;
const MOST = 1.75;

/** Pixels a minute so that the day fills its place, within what is readable. */
export function useScale(box: RefObject<HTMLElement | null>, minutes: number, above: number): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const watch = new ResizeObserver(() => setHeight(element.clientHeight));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return Math.min(MOST, Math.max(LEAST, (height - above) / minutes));
}
