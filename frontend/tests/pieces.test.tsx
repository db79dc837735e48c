import { act, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import schema from "@/api/schema.json";
import { TELEPHONE } from "@/api/reach";
import { needMessages } from "@/lib/i18n";
import { moneyText } from "@/lib/amounts";
import { stopwatch } from "@/lib/stopwatch";
import { clockTime, zoneName, zonesDiffer } from "@/lib/zone";
import { setClock, workshopNow } from "@/live/clock";
import { useHeldBack, watchInteraction } from "@/live/interaction";
import { Button } from "@/ui/Button";
import { matches, type Deed } from "@/ui/deeds";
import { Field } from "@/ui/Field";
import { Form } from "@/ui/Form";
import { HeldUpdates } from "@/ui/HeldUpdates";
import { Duration, Money, NearTime, Time, Window } from "@/ui/moments";
import { find } from "@/ui/find";
import { Tint } from "@/ui/tint";
import { Toaster } from "@/ui/Toaster";
import { toast, toasts } from "@/ui/toasts";
import { deviceOf } from "@/features/account/model/device";
import { draw } from "./screen";

beforeEach(() => needMessages("common", "forms"));

describe("a form", () => {
  const send = async () => {
    throw new Problem(400, { code: "validation_failed", detail: "Some of it is not right.", fields: { email: ["Taken already."] } });
  };

  it("puts a refusal beside its field, names it there and goes to it", async () => {
    draw(<Form onSend={send}>{() => <><Field label="Name" name="name" /><Field label="Email" name="email" /><Button type="submit">Send</Button></>}</Form>);
    await userEvent.type(screen.getByLabelText("Name"), "Priya");
    await userEvent.click(screen.getByText("Send"));
    const email = screen.getByLabelText("Email");
    expect(email).toHaveAccessibleDescription("Taken already.");
    expect(email).toBeInvalid();
    expect(email).toHaveFocus();
    expect(screen.getByLabelText("Name")).toHaveValue("Priya");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says itself what a field knows to be wrong, goes to the first of them and sends nothing", async () => {
    let sent = 0;
    const count = async () => { sent += 1; };
    draw(
      <Form onSend={count}>
        {() => (
          <>
            <Field label="Charge" name="charge" type="number" min={0} max={100} defaultValue="150" />
            <Field label="Name" name="name" required />
            <Button type="submit">Send</Button>
          </>
        )}
      </Form>,
    );
    await userEvent.click(screen.getByText("Send"));
    expect(screen.getByLabelText("Charge")).toHaveAccessibleDescription("At most 100.");
    expect(screen.getByLabelText("Charge")).toHaveFocus();
    expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("Fill this in.");
    await userEvent.type(screen.getByLabelText("Name"), "Priya");
    await userEvent.clear(screen.getByLabelText("Charge"));
    await userEvent.type(screen.getByLabelText("Charge"), "58{Enter}");
    expect(sent).toBe(1);
    expect(screen.getByLabelText("Charge")).toBeValid();
  });

  it("knows what the server takes for a phone number, by the server's own pattern", async () => {
    const shape = schema.components.schemas.NewCustomerBodyRequest.properties.phone;
    expect(TELEPHONE).toEqual({ pattern: shape.pattern.replace(/^\^|\$$/g, ""), maxLength: shape.maxLength });
    const send = vi.fn(async () => undefined);
    draw(<Form onSend={send}>{() => <><Field label="Phone" name="phone" type="tel" /><Button type="submit">Send</Button></>}</Form>);
    const phone = screen.getByLabelText("Phone");
    for (const wrong of ["12", "call me", "++919840012345", "1234567890123456"]) {
      await userEvent.clear(phone);
      await userEvent.type(phone, `${wrong}{Enter}`);
      expect(phone).toHaveAccessibleDescription("Write a phone number of 7 to 15 digits, like +91 98400 12345.");
    }
    expect(send).not.toHaveBeenCalled();
    for (const right of ["+91 98400 12345", "(044) 555-01.01", "1234567"]) {
      await userEvent.clear(phone);
      await userEvent.type(phone, `${right}{Enter}`);
    }
    expect(send).toHaveBeenCalledTimes(3);
  });

  it("takes no address that reaches nobody outside its own host", async () => {
    const send = vi.fn(async () => undefined);
    draw(<Form onSend={send}>{() => <><Field label="Email" name="email" type="email" /><Button type="submit">Send</Button></>}</Form>);
    const email = screen.getByLabelText("Email");
    await userEvent.type(email, "asha@example{Enter}");
    expect(email).toHaveAccessibleDescription("Write an email address, like name@example.com.");
    expect(send).not.toHaveBeenCalled();
    await userEvent.type(email, ".com{Enter}");
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("says above itself what belongs to none of its fields", async () => {
    draw(<Form onSend={send}>{() => <Button type="submit">Send</Button>}</Form>);
    await userEvent.click(screen.getByText("Send"));
    expect(screen.getByRole("alert")).toHaveTextContent("Some of it is not right.");
  });

  it("is sent once although it is pressed twice", async () => {
    let sent = 0;
    let done = () => {};
    draw(<Form onSend={() => new Promise<void>((resolve) => { sent += 1; done = resolve; })}>{(busy) => <Button type="submit" busy={busy}>Send</Button>}</Form>);
    await userEvent.dblClick(screen.getByText("Send"));
    expect(sent).toBe(1);
    await act(async () => done());
    expect(screen.getByText("Send")).not.toHaveAttribute("aria-busy");
  });
});

describe("what would move", () => {
  let change: (order: string[]) => void;
  function Rows() {
    const [order, setOrder] = useState(["a", "b"]);
    change = setOrder;
    const { shown, waiting, release } = useHeldBack(order);
    return <><HeldUpdates waiting={waiting} onRelease={release} /><output>{shown.join()}</output><input aria-label="note" /></>;
  }
  const order = () => screen.getByRole("status").textContent;
  let stop: () => void;
  beforeAll(() => { stop = watchInteraction(); });
  afterAll(() => stop());

  it("moves at once while nobody touches the page", () => {
    draw(<Rows />);
    act(() => change(["b", "a"]));
    expect(order()).toBe("b,a");
  });

  it("waits while a finger is down, and for the click after it", async () => {
    draw(<Rows />);
    fireEvent.pointerDown(document.body);
    act(() => change(["b", "a"]));
    expect(order()).toBe("a,b");
    fireEvent.pointerUp(document.body);
    expect(order()).toBe("a,b");
    await expect.poll(order, { timeout: 5_000 }).toBe("b,a");
  });

  it("waits while a caret is in a field, counts, and lets in when asked", async () => {
    draw(<Rows />);
    await act(async () => screen.getByLabelText("note").focus());
    act(() => change(["b", "a"]));
    act(() => change(["b", "a", "c"]));
    expect(order()).toBe("a,b");
    const button = screen.getByRole("button", { name: "2 updates" });
    fireEvent.click(button);
    expect(order()).toBe("b,a,c");
    expect(screen.queryByRole("button")).toBeNull();
    act(() => screen.getByLabelText("note").blur());
    await expect.poll(order, { timeout: 5_000 }).toBe("b,a,c");
  });
});

it("a change is tinted in place, the first sight is not", () => {
  const { container, again } = draw(<Tint by={1}>x</Tint>);
  expect(container.querySelector(".tint-veil")).toBeNull();
  again(<Tint by={2}>x</Tint>);
  expect(container.querySelector(".tint-veil")).not.toBeNull();
});

describe("toasts", () => {
  afterEach(() => toasts.set([]));

  it("are two at most, the newest last, and the same words once", async () => {
    draw(<Toaster />);
    for (const words of ["Saved", "Saved", "Signed out there", "Password changed"]) act(() => void toast(words));
    const said = () => screen.queryAllByRole("button", { name: "Close" }).map((button) => button.parentElement?.textContent);
    expect(said()).toEqual(["Signed out there", "Password changed"]);
    act(() => void toast("Signed out there"));
    expect(said()).toEqual(["Password changed", "Signed out there"]);
    await userEvent.click(screen.getAllByRole("button", { name: "Close" })[0]!);
    expect(said()).toEqual(["Signed out there"]);
  });

  it("offer the way back of only the last thing done to something", () => {
    draw(<Toaster />);
    for (const bay of ["Bay 4", "Bay 5"]) act(() => void toast(`TN 09 goes to ${bay}`, { about: "j1", action: { label: "Undo", run: () => {} } }));
    act(() => void toast("TN 22 goes to Bay 4", { about: "j2", action: { label: "Undo", run: () => {} } }));
    expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(2);
    expect(screen.queryByText("TN 09 goes to Bay 4")).toBeNull();
  });

  it("keep each their own way back", () => {
    draw(<Toaster />);
    for (const _ of [1, 2]) act(() => void toast("Done: TN 09", { action: { label: "Undo", run: () => {} } }));
    expect(screen.getAllByRole("button", { name: "Undo" })).toHaveLength(2);
  });
});

describe("moments and amounts", () => {
  const at = "2026-11-20T09:00:00Z";

  it("are in the workshop's zone, with the reader's own when that differs", () => {
    expect(clockTime(at, "Asia/Kolkata", "en")).toBe("14:30");
    expect(zoneName(at, "Asia/Kolkata", "en")).toBe("IST");
    expect(zonesDiffer(at, "Asia/Kolkata", "Asia/Colombo")).toBe(false);
    expect(zonesDiffer(at, "Europe/London", "Africa/Abidjan")).toBe(false);
    expect(zonesDiffer("2026-07-01T09:00:00Z", "Europe/London", "Africa/Abidjan")).toBe(true);
    draw(<Time at={at} label />);
    expect(screen.getByText(/^14:30 IST \(\d\d:\d\d where you are\)$/)).toHaveAttribute("datetime", "2026-11-20T09:00:00.000Z");
  });

  it("write a window with the day when it is another one", () => {
    setClock({ now: "2026-11-20T08:00:00Z", rate: 1 });
    draw(<><Window from="2026-11-20T10:00:00Z" to="2026-11-20T10:30:00Z" /><Window from="2026-11-21T10:00:00Z" to="2026-11-21T10:30:00Z" /></>);
    expect(screen.getByText("15:30 to 16:00")).toBeInTheDocument();
    expect(screen.getByText("Sat 21 Nov 15:30 to 16:00")).toBeInTheDocument();
  });

  it("write a near time with the day when it is another one: it is not hours late", () => {
    setClock({ now: "2026-11-20T08:00:00Z", rate: 1 });
    draw(<><NearTime at="2026-11-20T10:00:00Z" /><NearTime at="2026-11-21T03:15:00Z" /></>);
    expect(screen.getAllByText(/\d/).map((one) => one.textContent)).toEqual(["15:30", "Sat 21 Nov 08:45"]);
  });

  it("name the year of a day of another one", () => {
    setClock({ now: "2026-11-20T08:00:00Z", rate: 1 });
    draw(<><Time at="2026-12-31T18:00:00Z" show="day-time" /><Time at="2026-12-31T19:30:00Z" show="day-time" /><Time at="2027-01-01T04:30:00Z" show="day" /></>);
    expect(screen.getAllByText(/\d/).map((one) => one.textContent)).toEqual(["Thu 31 Dec 23:30", "Fri 1 Jan 2027 01:00", "Fri 1 Jan 2027"]);
  });

  it("write money as its currency does", () => {
    const text = (amount: string, currency: string, locale = "en") => moneyText({ amount, currency }, locale).replace(/\s/g, " ");
    expect(text("354000.00", "INR")).toBe("₹3,54,000");
    expect(text("12.50", "USD")).toBe("$12.50");
    expect(text("150000", "VND", "vi")).toBe("150.000 ₫");
    draw(<Money of={{ amount: "1499.00", currency: "INR" }} />);
    expect(screen.getByText(/1,499$/)).toBeInTheDocument();
  });

  it("write lengths of time", () => {
    expect([702, 59, 3_725].map(stopwatch)).toEqual(["11:42", "0:59", "1:02:05"]);
    draw(<><Duration minutes={18} /><Duration minutes={65} /></>);
    expect(screen.getByText("18 min")).toBeInTheDocument();
    expect(screen.getByText("1 h 05")).toBeInTheDocument();
  });

  it("follow the workshop's clock, also a fast one", async () => {
    setClock({ now: "2030-01-01T00:00:00Z", rate: 60 });
    const before = workshopNow();
    expect(before - Date.parse("2030-01-01T00:00:00Z")).toBeLessThan(60_000);
    await expect.poll(() => workshopNow() - before, { timeout: 5_000 }).toBeGreaterThan(1_000);
    setClock({ now: new Date().toISOString(), rate: 1 });
  });
});

describe("the keyboard", () => {
  const deed = (label: string, hint?: string): Deed => ({ id: label, label, hint, run: () => {} });

  it("finds by any words, without accents, the beginning first", () => {
    const deeds = [deed("TN 09 BX 4471", "Battery health check"), deed("Battery list"), deed("Ngày của tôi")];
    expect(find(deeds, "battery").map((one) => one.label)).toEqual(["Battery list", "TN 09 BX 4471"]);
    expect(find(deeds, "4471 health").map((one) => one.label)).toEqual(["TN 09 BX 4471"]);
    expect(find(deeds, "ngay").map((one) => one.label)).toEqual(["Ngày của tôi"]);
    expect(find(deeds, "")).toHaveLength(3);
  });

  it("finds a plate with and without its spaces, and not by the middle of a number", () => {
    const deeds = [
      deed("TN 01 JT 1291", "Prakash Reddy · Wheel alignment · ANNA-J1010"),
      deed("TN 07 CK 1033", "Kavitha Menon · Annual service · ANNA-J1003"),
      deed("Check in TN 10 AF 5521", "Sameer Khan · ANNA-A1021"),
      deed("TN 10 KP 6000", "Rohan Mehta · Battery cell balancing · ANNA-J1017"),
      deed("Hand over", "TN 10 KP 6000"),
    ];
    const [, other, coming, here, verb] = deeds.map((one) => one.label);
    expect(find(deeds, "TN 10").map((one) => one.label)).toEqual([here, coming, other, verb]);
    expect(find(deeds, "tn10").map((one) => one.label)).toEqual([here, coming, verb]);
    expect(find(deeds, "tn10kp").map((one) => one.label)).toEqual([here, verb]);
    expect(find(deeds, "10 kp 6000").map((one) => one.label)).toEqual([here, verb]);
    expect(find(deeds, "TN 10 rohan").map((one) => one.label)).toEqual([here]);
    expect(find(deeds, "j1010").map((one) => one.label)).toEqual(["TN 01 JT 1291"]);
    expect(find(deeds, "?")).toEqual([]);
  });

  it("knows its keys", () => {
    const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, ...more });
    expect(matches(press("k", { ctrlKey: true }), "mod+k")).toBe(true);
    expect(matches(press("k"), "mod+k")).toBe(false);
    expect(matches(press("?", { shiftKey: true }), "?")).toBe(true);
    expect(matches(press("N", { shiftKey: true }), "n")).toBe(false);
    expect(matches(press("n", { altKey: true }), "n")).toBe(false);
  });
});

it.each([
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Mobile Safari/604.1", { browser: "Safari", system: "iPhone" }],
  ["Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140", { browser: "Edge", system: "Windows" }],
  ["curl/8", null],
])("%s is recognised", (text, device) => {
  expect(deviceOf(text)).toEqual(device);
});
