/** The page's one socket, with the doors it needs. */
import { Problem } from "@/api/problem";
import { send } from "@/api/http";
import { onIdentityChange } from "@/api/session";
import { LiveSocket } from "./socket";

export const socket = new LiveSocket({
  ticket: async () => (await send<{ ticket: string | null }>("POST", "/api/auth/socket-ticket", { timeout: 5_000 })).ticket,
  isEnded: (error) => error instanceof Problem && error.status === 401,
  open: () => new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`),
});

onIdentityChange(() => socket.restart());
