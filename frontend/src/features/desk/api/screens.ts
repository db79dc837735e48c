import { call, type Answer, type Body } from "@/api/typed";

export type Screen = Answer<"/api/staff/devices", "get">["results"][number];

export const screensKey = (center: string) => ["screens", center];
export const readScreens = async (center: string) => (await call("get", "/api/staff/devices", { query: { center, limit: 100 } })).results;
export const pairScreen = (body: Body<"/api/staff/devices", "post">, key: string) => call("post", "/api/staff/devices", { body, key });
export const removeScreen = (id: string, key: string) => call("delete", "/api/staff/devices/{id}", { path: { id }, key });
