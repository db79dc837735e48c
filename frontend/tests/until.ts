import { vi } from "vitest";

/** Wait for a condition, as long as a busy machine may need. */
export const until = <T>(condition: () => T | Promise<T>): Promise<T> => vi.waitFor(condition, { timeout: 5_000, interval: 10 });
