/** A visit as its customer, or as whoever came by its link. */
import { call } from "./typed";

export const visitKey = (id: string, byLink: boolean) => ["visit", byLink ? "link" : "own", id];

export const readVisit = (id: string, byLink: boolean) =>
  call("get", byLink ? "/api/public/visits/{id}" : "/api/customers/visits/{id}", { path: { id } });

/** Exchange a link's token for a session of its own; answers what it opens. */
export const exchangeLink = (token: string) => call("post", "/api/public/links/exchange", { body: { token } });
