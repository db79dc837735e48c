/** A value outside React that components can read and follow. */
import { useSyncExternalStore } from "react";

export type Store<T> = {
  get: () => T;
  set: (next: T | ((held: T) => T)) => void;
  subscribe: (listener: () => void) => () => void;
};

export function createStore<T>(initial: T): Store<T> {
  let held = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => held,
    set(next) {
      const value = typeof next === "function" ? (next as (held: T) => T)(held) : next;
      if (Object.is(value, held)) return;
      held = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Follow a store; `pick` must return the same object while its part of the store is the same. */
export function useStore<T, P = T>(store: Store<T>, pick: (held: T) => P = (held) => held as unknown as P): P {
  return useSyncExternalStore(store.subscribe, () => pick(store.get()));
}
