/** An application being typed: kept in this tab for the person who types it, so that nothing on the way loses it. */
import type { Typed } from "../model/application";

const KEY = "pitlane.join";
type Kept = { person: string; about: string; typed: Typed };

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** What the person has typed about one application, "new" for a new one; empty when nothing is. */
export function typedBy(person: string, about: string): Typed {
  const kept = read();
  return kept?.person === person && kept.about === about ? kept.typed : {};
}

export function keepTyped(person: string, about: string, name: string, value: string): void {
  const kept: Kept = { person, about, typed: { ...typedBy(person, about), [name]: value } };
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

/** It is sent: nothing of it stays in this tab. */
export const forgetTyped = (): void => sessionStorage.removeItem(KEY);
