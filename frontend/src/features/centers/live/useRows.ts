import { useLayoutEffect, useRef, useState } from "react";

export type Kept<T> = { key: number; was: T | null };

/** Rows of a form that are added, taken away and moved; `onRows` hears of each. The button that moved one keeps the focus. */
export function useRows<T>(first: (T | null)[], onRows: (() => void) | undefined) {
  const [rows, setRows] = useState<Kept<T>[]>(() => first.map((was, key) => ({ key, was })));
  const next = useRef(first.length);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [moved, setMoved] = useState<{ key: number; by: 1 | -1 }>();
  useLayoutEffect(() => {
    if (!moved) return;
    const at = (by: number) => buttons.current.get(`${moved.key} ${by}`);
    const same = at(moved.by);
    (same?.disabled ? at(-moved.by) : same)?.focus();
  }, [moved]);
  const put = (held: Kept<T>[]) => {
    setRows(held);
    onRows?.();
  };
  return {
    rows,
    add: () => put([...rows, { key: next.current++, was: null }]),
    remove: (key: number) => put(rows.filter((one) => one.key !== key)),
    move: (key: number, by: 1 | -1) => {
      const from = rows.findIndex((one) => one.key === key);
      const held = [...rows];
      held.splice(from + by, 0, ...held.splice(from, 1));
      put(held);
      setMoved({ key, by });
    },
    /** Keeps the button by which a row is moved. */
    button: (key: number, by: 1 | -1) => (held: HTMLButtonElement | null) => {
      if (held) buttons.current.set(`${key} ${by}`, held);
      else buttons.current.delete(`${key} ${by}`);
    },
  };
}
