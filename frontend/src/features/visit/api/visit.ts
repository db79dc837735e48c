import { call } from "@/api/typed";

export const visitKey = (id: string, byLink: boolean) => ["visit", byLink ? "link" : "own", id];

/** A visit as its customer, or as whoever came by its link. */
export const readVisit = (id: string, byLink: boolean) =>
  call("get", byLink ? "/api/public/visits/{id}" : "/api/customers/visits/{id}", { path: { id } });

/** Exchange a link's token for a session of its own; answers what it opens. */
export const exchangeLink = (token: string) => call("post", "/api/public/links/exchange", { body: { token } });

/** The person's own appointments, the newest first. */
export const readVisits = async () => (await call("get", "/api/customers/appointments")).results;
