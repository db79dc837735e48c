// One pool, named (prepared) statements in pipelines, and transactions that are retried when the database asks for it.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { config } from "./config.js";

const RETRIED = new Set(["40P01", "40001"]);
const ATTEMPTS = 3;

export const pool = new pg.Pool({
  connectionString: config.databaseUrl,
  min: config.poolSize,
  max: config.poolSize,
  idleTimeoutMillis: 0,
  pipeline: true, // statements that are not awaited one by one share a trip to the database
});

// Open every connection before the first request waits for one.
export async function warm() {
  const clients = await Promise.all(Array.from({ length: config.poolSize }, () => pool.connect()));
  clients.forEach((client) => client.release());
}

// Return a function that runs one prepared statement on a client (or on the pool) and gives its rows.
export function statement(name, text) {
  return async (client, ...values) => (await client.query({ name, text, values })).rows;
}

// Run `body(client)` in one transaction; `body` may run again after a deadlock, so it must not touch the world.
export async function transaction(body) {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    let broken;
    try {
      client.query("BEGIN").catch(() => {}); // not awaited: the first statement of the body reports a lost connection
      const result = await body(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((reason) => (broken = reason));
      if (attempt >= ATTEMPTS || !RETRIED.has(error.code)) throw error;
    } finally {
      client.release(broken);
    }
  }
}

// Make a time-ordered identifier (UUID version 7), so that new rows land beside each other in the indexes.
export function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
