/** What the address says of the calendar: which day, how much of it, and by what. Pure. */
import { addDays } from "@/lib/days";
import type { By } from "./plan";

export const BASE = "/desk/calendar";
export type View = "day" | "week";
/** `date` is null for today, whichever day that is. */
export type Shown = { date: string | null; view: View; by: By };

/** Read `?date=&view=&by=`; what it leaves out is as it was last chosen. */
export function shownBy(search: string, last: Pick<Shown, "view" | "by">): Shown {
  const given = new URLSearchParams(search);
  const date = given.get("date");
  const [view, by] = [given.get("view"), given.get("by")];
  return {
    date: date && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null,
    view: view === "day" || view === "week" ? view : last.view,
    by: by === "bays" || by === "technicians" ? by : last.by,
  };
}

/** An address of the calendar that shows the same, with what is open over it ("/visits/<id>", perhaps with a query of its own). */
export function addressOf({ date, view, by }: Shown, over = ""): string {
  const [path, own] = over.split("?");
  const query = [...(date ? [`date=${date}`] : []), `view=${view}`, `by=${by}`, ...(own ? [own] : [])];
  return `${BASE}${path ?? ""}?${query.join("&")}`;
}

/** The Monday of a day's week. */
export const mondayOf = (date: string): string => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The days that a view shows around a date. */
export function daysOf(view: View, date: string): string[] {
  if (view === "day") return [date];
  const monday = mondayOf(date);
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}
