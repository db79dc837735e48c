// Start the peer: the API and the sockets in one process, as the stack is usually deployed.
import { createServer } from "node:http";
import express from "express";
import { issueTicket, signedIn } from "./access.js";
import { createAppointment } from "./appointments.js";
import { command } from "./command.js";
import { config } from "./config.js";
import { warm } from "./database.js";
import { listJobs } from "./jobs.js";
import { openLive } from "./live.js";
import { reportProblem } from "./problems.js";
import { completeStep, startStep } from "./steps.js";
import { readHistory } from "./vehicles.js";

const app = express();
app.disable("x-powered-by");
app.disable("etag");
app.use(express.json({ limit: "64kb", verify: (request, response, raw) => { request.raw = raw; } }));
app.use(signedIn);
app.post("/socket-tickets", issueTicket);
app.post("/steps/:id/start", command(startStep));
app.post("/steps/:id/complete", command(completeStep));
app.post("/appointments", command(createAppointment));
app.get("/jobs", listJobs);
app.get("/vehicles/:id/history", readHistory);
app.use(reportProblem);

const server = createServer({ keepAliveTimeout: 120_000, noDelay: true }, app);
await warm();
await openLive(server);
server.listen({ port: config.port, host: "127.0.0.1", backlog: 2048 }, () => console.log("ready"));
process.on("SIGTERM", () => process.exit(0));
