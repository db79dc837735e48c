import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { messages } from "./build/messages.ts";

const server = process.env["PITLANE_SERVER"] ?? "http://127.0.0.1:8000";

export default defineConfig(({ command }) => ({
  // The server hands out the built files under its static prefix; the development server stands at the root.
  base: command === "build" ? "/static/" : "/",
  plugins: [messages(), react(), tailwindcss()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What nearly every page needs travels in one piece: a dozen small ones weigh more.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "base", test: /src[\\/](ui|live|lib|api|app)|node_modules/, minShareCount: 3 }] } } },
  },
  server: { proxy: { "/api": server, "/ws": { target: server, ws: true } } },
  test: {
    environment: "jsdom",
    setupFiles: ["./tests/setup.ts"],
    include: ["tests/**/*.test.{ts,tsx}", "src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
}));
