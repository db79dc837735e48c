/** What the server put into the page, so that it is on screen without asking again. */
let held: Record<string, unknown> | undefined;

/** A part of the page's first data by its name; undefined where the page came without it. */
export function firstData<T>(name: string): T | undefined {
  held ??= JSON.parse(document.getElementById("first-data")?.textContent ?? "{}") as Record<string, unknown>;
  return held[name] as T | undefined;
}
