import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { compressed } from "./build/compressed.ts";
import { messages } from "./build/messages.ts";

const FIELDS = /src[\\/]ui[\\/](Form|Field|fieldChecks|Choice|Dialog)\./;
const LIVE = /src[\\/](live[\\/](socket|topics|hub|document|promised|connection)|ui[\\/]Live(Dot|State))\./;
const VEHICLE = /src[\\/]ui[\\/]Vehicle(Dialog|Fields)\./;
const KEYS = /src[\\/]ui[\\/](deeds|find)\./;
const DESK = /src[\\/](app[\\/]shells[\\/]DeskShell|ui[\\/](KeyboardHelp|KeyList|Palette)|lib[\\/]days)\./;
const COMMANDS = /src[\\/](live[\\/](delivery|outbox|outboxShelf|commands|useCommand)|ui[\\/]IntentNote)\.|node_modules[\\/]idb/;
const STAGES = /src[\\/]features[\\/]visit[\\/]model[\\/](headline|stage)\./;
const STEP = /src[\\/]features[\\/]book[\\/]components[\\/](Frame|Section|FieldNote)\./;
const PARTS = /src[\\/](ui[\\/](Unfolded|Section)|api[\\/]upload)\./;
const PERSON = /src[\\/](app[\\/]PersonMenu|ui[\\/]Menu)\./;
const server = process.env["PITLANE_SERVER"] ?? "http://127.0.0.1:8000";

export default defineConfig(({ command }) => ({
  // The server hands out the built files under its static prefix; the development server stands at the root.
  base: command === "build" ? "/static/" : "/",
  plugins: [messages(), react(), tailwindcss(), compressed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What nearly every page needs travels in one piece, and what only live pages, pages with fields, with keys, at the
    // desk and with commands need in one each: a dozen small ones weigh more, and no public page has room for what it does not use.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "fields", test: FIELDS, priority: 2 },
            { name: "live", test: LIVE, priority: 2 },
            { name: "vehicle", test: VEHICLE, priority: 1 },
            { name: "keys", test: KEYS, priority: 2 },
            { name: "atDesk", test: DESK, priority: 2 },
            { name: "person", test: PERSON, priority: 3 },
            { name: "commands", test: COMMANDS, priority: 2 },
            { name: "unfolded", test: PARTS, priority: 2 },
            { name: "stages", test: STAGES, priority: 2 },
            { name: "step", test: STEP, priority: 2 },
            { name: "base", test: (id) => /src[\\/](ui|live|lib|api|app)|node_modules/.test(id) && ![FIELDS, LIVE, VEHICLE, KEYS, DESK, COMMANDS, PARTS, PERSON].some((own) => own.test(id)), minShareCount: 4, priority: 4 },
            { name: "booking", test: /src[\\/]features[\\/]book[\\/]/, minShareCount: 3 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": server, "/ws": { target: server, ws: true } } },
  test: {
    environment: "jsdom",
    setupFiles: ["./tests/setup.ts"],
    include: ["tests/**/*.test.{ts,tsx}", "src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // One fewer than there are cores is one of two, and the other would wait.
    maxWorkers: "100%",
    // A context for each file within two processes, and not a process: half the work, and as much apart.
    pool: "vmThreads",
  },
}));
