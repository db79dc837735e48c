// The live side: sockets admitted by a ticket, rooms joined after a look at the database, news sent to rooms.
import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "@redis/client";
import { Server } from "socket.io";
import { admit } from "./access.js";
import { config } from "./config.js";
import { pool, statement } from "./database.js";

const TOPIC = /^(job|center)[:](?<id>[0-9a-f-]{36})$/;

let io;

const jobStream = statement(
  "job_stream",
  `SELECT job.center_id, job.customer_id, head.seq FROM job
   JOIN stream_head AS head ON head.stream = 'center:' || job.center_id WHERE job.id = $1`,
);
const centerStream = statement(
  "center_stream",
  `SELECT center.id AS center_id, head.seq FROM center
   JOIN stream_head AS head ON head.stream = 'center:' || center.id WHERE center.id = $1`,
);

// Join the room of a topic the person may see, and answer with the stream's number.
async function subscribe(socket, topic, reply) {
  if (typeof reply !== "function") return;
  const match = typeof topic === "string" ? TOPIC.exec(topic) : null;
  if (!match) return reply({ error: "forbidden" });
  const find = match[1] === "job" ? jobStream : centerStream;
  const [stream] = await find(pool, match.groups.id).catch(() => []);
  const { actor } = socket.data;
  if (!stream || !(actor.id === stream.customer_id || actor.roles[stream.center_id])) return reply({ error: "forbidden" });
  await socket.join(topic);
  return reply({ topic, seq: Number(stream.seq) });
}

// Attach Socket.IO with its Redis adapter to the HTTP server; WebSocket only, uncompressed.
export async function openLive(server) {
  const publisher = createClient({ url: config.redisUrl });
  const subscriber = publisher.duplicate();
  await Promise.all([publisher.connect(), subscriber.connect()]);
  io = new Server(server, {
    adapter: createAdapter(publisher, subscriber),
    transports: ["websocket"],
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    connectTimeout: 5_000,
    maxHttpBufferSize: 64 * 1024,
  });
  // The first HTTP request of a socket is not needed any more; keeping it costs memory for as long as the socket lives.
  io.engine.on("connection", (transport) => { transport.request = null; });
  io.use((socket, next) => admit(socket, next).catch(next));
  io.on("connection", (socket) => {
    socket.on("subscribe", (topic, reply) => subscribe(socket, topic, reply));
    socket.on("unsubscribe", (topic) => socket.leave(topic));
  });
}

// Send a committed event to everyone in its rooms, on this process and on the others.
export function announce({ kind, rooms, seq, at, version, data }) {
  io.to(rooms).emit(kind, { topic: rooms[0], seq, at, version, data });
}
