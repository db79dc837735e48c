import type { VisitDocument } from "@/api/documents";
import type { Appointment } from "@/api/things";
import { read, send } from "@/api/http";

export const visitKey = (id: string, byLink: boolean) => ["visit", byLink ? "link" : "own", id];

/** A visit as its customer, or as whoever came by its link. */
export const readVisit = (id: string, byLink: boolean) =>
  read<VisitDocument>(`/api/${byLink ? "public" : "customers"}/visits/${id}`);

/** Exchange a link's token for a session of its own; answers what it opens. */
export const exchangeLink = (token: string) =>
  send<{ kind: string; id: string }>("POST", "/api/public/links/exchange", { body: { token } });

/** The person's own appointments, the newest first. */
export const readVisits = async () => (await read<{ results: Appointment[] }>("/api/customers/appointments")).results;
