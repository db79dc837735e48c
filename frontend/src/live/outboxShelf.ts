/** Where the outbox lies: IndexedDB, one row an intent, numbered in the order asked. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { ProblemBody } from "@/api/problem";
import type { Intent } from "./intents";

export type Entry = {
  order?: number;
  person: string;
  key: string;
  /** Device time (ms) of the tap. */
  since: number;
  intent: Intent;
  /** It was sent at least once, so its body may not change any more. */
  tried: boolean;
  refusal: { status: number; body: ProblemBody } | null;
};

interface Shelf extends DBSchema {
  outbox: { key: number; value: Entry; indexes: { key: string; person: string } };
}

let opened: Promise<IDBPDatabase<Shelf>> | undefined;

function shelf(): Promise<IDBPDatabase<Shelf>> {
  opened ??= openDB<Shelf>("pitlane", 1, {
    upgrade(db) {
      const store = db.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
      store.createIndex("key", "key", { unique: true });
      store.createIndex("person", "person");
    },
  });
  return opened;
}

export async function put(person: string, intent: Intent): Promise<void> {
  await (await shelf()).add("outbox", { person, key: intent.key, since: Date.now(), intent: { ...intent, problem: null }, tried: false, refusal: null });
}

/** Everything of a person, in order. */
export async function all(person: string): Promise<Entry[]> {
  return (await shelf()).getAllFromIndex("outbox", "person", person);
}

/** The first that waits. */
export async function next(person: string): Promise<Entry | undefined> {
  return (await all(person)).find((entry) => entry.refusal === null);
}

export async function change(key: string, edit: (held: Entry) => Entry): Promise<void> {
  const transaction = (await shelf()).transaction("outbox", "readwrite");
  const held = await transaction.store.index("key").get(key);
  if (held) await transaction.store.put(edit(held));
  await transaction.done;
}

export async function remove(key: string, { unlessTried = false } = {}): Promise<boolean> {
  const transaction = (await shelf()).transaction("outbox", "readwrite");
  const held = await transaction.store.index("key").get(key);
  const goes = held?.order !== undefined && !(unlessTried && held.tried);
  if (goes) await transaction.store.delete(held.order!);
  await transaction.done;
  return goes;
}

/** Later intents on things that this one changed were made on top of it: they have seen the versions it led to. */
export async function follow(sent: Entry, versionOf: (thing: string) => number | undefined): Promise<void> {
  for (const entry of await all(sent.person)) {
    const { intent } = entry;
    const version = versionOf(intent.thing);
    const behind = version !== undefined && !entry.tried && "version" in intent.body;
    if (!behind || (entry.order ?? 0) < (sent.order ?? 0)) continue;
    await change(entry.key, (held) => ({ ...held, intent: { ...held.intent, body: { ...held.intent.body, version } } }));
  }
}
