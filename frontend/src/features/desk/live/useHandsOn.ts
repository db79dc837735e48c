import { useEffect, useRef, useState, type FocusEvent } from "react";

/** A pointer or caret that rests longer than this has gone elsewhere. */
const REST_MS = 6_000;

/** Whether somebody's pointer or focus is at work on an element; spread `watch` on it. */
export function useHandsOn() {
  const [on, setOn] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const touch = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOn(false), REST_MS);
    setOn(true);
  };
  const leave = () => {
    clearTimeout(timer.current);
    setOn(false);
  };
  const blur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) leave();
  };
  return { on, watch: { onPointerMove: touch, onPointerLeave: leave, onKeyDown: touch, onFocus: touch, onBlur: blur } };
}
