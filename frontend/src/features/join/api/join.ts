/** What applying to the network with a workshop asks of the server. */
import { call, type Answer, type Body } from "@/api/typed";
import { uuid } from "@/lib/uuid";

export type Application = Answer<"/api/users/applications", "get">["results"][number];
export type ApplicationBody = Body<"/api/public/service-centers", "post">;

export const applicationsKey = (person: string) => ["applications", person];

export const readApplications = async () => (await call("get", "/api/users/applications")).results;
export const apply = (body: ApplicationBody) => call("post", "/api/public/service-centers", { body, key: uuid() });
export const applyAgain = (id: string, body: ApplicationBody & { version: number }) => call("post", "/api/users/applications/{id}/apply-again", { path: { id }, body, key: uuid() });
/** The currency of the network's first centre, for a new one that most likely has the same; empty when there is none. */
export const readCurrency = async () => (await call("get", "/api/public/service-centers", { query: { limit: 1 } })).results[0]?.currency ?? "";
/** A mailed link that proves the email. */
export const sendProof = (email: string) => call("post", "/api/auth/forgot", { body: { email } });
