import { act, cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setClock, useClock } from "@/live/clock";

const NOON = "2026-11-20T12:00:00Z";
const Minutes = () => <output>{new Date(useClock(60_000)).toISOString().slice(11, 16)}</output>;
const shown = () => document.querySelector("output")!.textContent;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  setClock({ now: new Date().toISOString(), rate: 1 });
});

it("ticks by the workshop's time: a minute of a demo that runs sixty times as fast is shown after a second", () => {
  setClock({ now: NOON, rate: 60 });
  render(<Minutes />);
  expect(shown()).toBe("12:00");
  act(() => void vi.advanceTimersByTime(1_000));
  expect(shown()).toBe("12:01");
});

it("ticks no more often than asked at true speed", () => {
  setClock({ now: NOON, rate: 1 });
  render(<Minutes />);
  act(() => void vi.advanceTimersByTime(59_000));
  expect(shown()).toBe("12:00");
  act(() => void vi.advanceTimersByTime(1_000));
  expect(shown()).toBe("12:01");
});

it("ticks together on a page, whenever its parts came", () => {
  setClock({ now: NOON, rate: 1 });
  render(<Minutes />);
  act(() => void vi.advanceTimersByTime(40_000));
  const late = render(<Minutes />);
  act(() => void vi.advanceTimersByTime(20_000));
  expect(shown()).toBe("12:01");
  expect(late.container).toHaveTextContent("12:01");
});
