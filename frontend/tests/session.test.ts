import { beforeEach, describe, expect, it, vi } from "vitest";
import { read, send } from "@/api/http";
import { Problem } from "@/api/problem";
import { actIn, enter, leave, onIdentityChange, recall, refresh, session } from "@/api/session";
import { FakeApi, signedIn } from "./fakeApi";

let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
  leave();
  session.set((held) => ({ ...held, known: false }));
  localStorage.setItem("pitlane.signed-in", "1");
});

describe("the session", () => {
  it("is recalled by the cookie, with the header that only our own pages send", async () => {
    api.on("POST /api/auth/refresh", { body: signedIn() });
    expect((await recall())?.id).toBe("u1");
    expect(api.of("POST /api/auth/refresh")[0]).toMatchObject({ client: "browser", body: {} });
    expect(session.get()).toMatchObject({ token: "t1", centerId: "c1" });
    expect(JSON.stringify({ ...localStorage })).not.toContain("t1");
  });

  it("knows that nobody is here when the cookie is refused", async () => {
    api.on("POST /api/auth/refresh", { status: 401, body: { code: "session_ended" } });
    expect(await recall()).toBeNull();
    expect(session.get()).toMatchObject({ known: true, ended: false });
  });

  it("asks nothing in a browser that nobody signed in to", async () => {
    localStorage.clear();
    expect(await recall()).toBeNull();
    expect(api.asked).toEqual([]);
  });

  it("does not call somebody signed out while the server cannot be reached", async () => {
    api.on("POST /api/auth/refresh", { status: 503 });
    await expect(recall()).rejects.toMatchObject({ status: 503 });
    expect(session.get().known).toBe(false);
  });

  it("acts in another centre when asked, and stays where it is when that is refused", async () => {
    enter(signedIn());
    api.on("POST /api/auth/refresh", ({ body }) => ({ body: { ...signedIn("t2"), ...(body as object) } }));
    await actIn("c2");
    expect(session.get()).toMatchObject({ token: "t2", centerId: "c2" });
    api.on("POST /api/auth/refresh", { status: 403, body: { code: "not_your_center", detail: "You hold no role at this centre." } });
    await expect(actIn("c3")).rejects.toMatchObject({ code: "not_your_center" });
    expect(session.get()).toMatchObject({ token: "t2", centerId: "c2", user: { id: "u1" } });
  });

  it("refreshes once for many requests that meet the end of the token, and each is tried again once", async () => {
    enter(signedIn("old"));
    api.on("POST /api/auth/refresh", { body: signedIn("new") });
    api.on("GET /api/users/profile", ({ token }) => (token === "Bearer new" ? { body: { name: "Priya" } } : { status: 401, body: { code: "token_expired" } }));
    const answers = await Promise.all([1, 2, 3].map(() => read("/api/users/profile")));
    expect(answers).toEqual([{ name: "Priya" }, { name: "Priya" }, { name: "Priya" }]);
    expect(api.of("POST /api/auth/refresh")).toHaveLength(1);
    expect(api.of("GET /api/users/profile")).toHaveLength(6);
  });

  it("refreshes before a token that is about to end is used", async () => {
    enter({ ...signedIn("old"), expires_in: 10 });
    api.on("POST /api/auth/refresh", { body: signedIn("new") });
    api.on("GET /api/users/profile", { body: {} });
    await read("/api/users/profile");
    expect(api.of("GET /api/users/profile").map((one) => one.token)).toEqual(["Bearer new"]);
  });

  it("keeps the old token when the refresh does not get through", async () => {
    enter({ ...signedIn("old"), expires_in: 10 });
    api.on("POST /api/auth/refresh", "unreachable");
    api.on("GET /api/users/profile", { body: {} });
    await read("/api/users/profile");
    expect(api.of("GET /api/users/profile").map((one) => one.token)).toEqual(["Bearer old"]);
  });

  it("says that it ended, when it ends under somebody at work", async () => {
    enter(signedIn());
    const change = vi.fn();
    const stop = onIdentityChange(change);
    api.on("POST /api/auth/refresh", { status: 401 });
    api.on("GET /api/users/profile", { status: 401, body: { code: "session_ended", detail: "Sign in again." } });
    await expect(read("/api/users/profile")).rejects.toMatchObject({ status: 401, code: "session_ended" });
    expect(session.get()).toMatchObject({ user: null, ended: true, centerId: "c1" });
    expect(change).toHaveBeenCalledExactlyOnceWith("u1");
    stop();
  });

  it("lets a visitor ask without a token, and does not refresh for them", async () => {
    leave();
    api.on("GET /api/public/visits/a1", { status: 401, body: { code: "link_needed" } });
    await expect(read("/api/public/visits/a1")).rejects.toMatchObject({ code: "link_needed" });
    expect(api.of("GET /api/public/visits/a1").map((one) => one.token)).toEqual([null]);
    expect(api.of("POST /api/auth/refresh")).toHaveLength(0);
  });

  it("turns one refresh into one answer for everybody who asks at once", async () => {
    api.on("POST /api/auth/refresh", { body: signedIn() });
    expect(await Promise.all([refresh(), refresh()])).toEqual(["t1", "t1"]);
    expect(api.of("POST /api/auth/refresh")).toHaveLength(1);
  });
});

describe("a refusal", () => {
  it("carries what the server said", async () => {
    api.on("POST /api/staff/appointments", {
      status: 409,
      body: { status: 409, code: "slot_taken", title: "Conflict", detail: "Somebody was first.", next: "Take another.", fields: { start: ["Taken."] }, slots: ["10:00"] },
      headers: { "Retry-After": "3" },
    });
    const problem = await send("POST", "/api/staff/appointments", { body: {} }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 409, code: "slot_taken", detail: "Somebody was first.", next: "Take another.", fields: { start: ["Taken."] }, retryAfter: 3, passing: false });
    expect((problem as Problem).body["slots"]).toEqual(["10:00"]);
  });

  it("is passing when trying again may help, also when no answer came or it was not ours", async () => {
    api.on("GET /api/x", "unreachable");
    expect(await read("/api/x").catch((error: unknown) => error)).toMatchObject({ status: 0, code: "unreachable", passing: true });
    api.on("GET /api/x", { status: 502, body: "<html>" });
    expect(await read("/api/x").catch((error: unknown) => error)).toMatchObject({ status: 502, passing: true });
    api.on("GET /api/x", { status: 404, body: { code: "not_found" } });
    expect(await read("/api/x").catch((error: unknown) => error)).toMatchObject({ passing: false });
  });

  it("gives nothing for an answer without a body", async () => {
    api.on("DELETE /api/auth/sessions/s1", { status: 204 });
    expect(await send("DELETE", "/api/auth/sessions/s1")).toBeUndefined();
  });
});
