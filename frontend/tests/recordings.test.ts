// The same recordings that the server's tests write: a document, its frames, and the document fetched afterwards.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { LiveDocument } from "@/api/documents";
import { applyFrame, type FrameData } from "@/live/reducer";

type Recording = { name?: string; before: LiveDocument; frames: { seq?: number; data: FrameData }[]; after: LiveDocument };

const folder = join(__dirname, "../../tests/contracts/recordings");
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
const recordings = files.flatMap((file) => {
  const read = JSON.parse(readFileSync(join(folder, file), "utf8")) as Recording | Recording[];
  return (Array.isArray(read) ? read : [read]).map((one, at) => [one.name ?? `${file} ${at}`, one] as const);
});

/** Without what a frame does not carry: the envelope, and the order of lists of things. */
function comparable(document: LiveDocument): unknown {
  const { topic: _topic, seq: _seq, clock: _clock, ...rest } = document;
  return unordered(rest);
}

function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const things = value.map(unordered);
    return value.every((one) => typeof one === "object" && one !== null && "id" in one)
      ? things.sort((a, b) => String((a as { id: string }).id).localeCompare(String((b as { id: string }).id)))
      : things;
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unordered(inner)]));
  }
  return value;
}

it.runIf(process.env.NEEDS_RECORDINGS)("finds the recordings that the server's tests wrote", () => {
  expect(recordings.length).toBeGreaterThan(100);
});

describe.skipIf(recordings.length === 0)("recordings of the server", () => {
  const play = (held: LiveDocument, { frames }: Recording) => frames.reduce((one, frame) => applyFrame(one, frame.data, frame.seq), held);

  it.each(recordings)("%s: the document before plus its frames is the document after", (_name, recording) => {
    const reached = play(recording.before, recording);
    expect(comparable(reached)).toEqual(comparable(recording.after));
    expect(comparable(play(reached, recording))).toEqual(comparable(recording.after));
  });

  it("would notice a lost frame: hundreds of recordings end elsewhere without theirs", () => {
    const moved = recordings.filter(([, { before, after }]) => JSON.stringify(comparable(before)) !== JSON.stringify(comparable(after)));
    expect(moved.length).toBeGreaterThan(300);
  });
});
