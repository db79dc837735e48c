/** Requests that the compiler checks against the server's description; at run time they are `send`. */
import { send, type SendOptions } from "./http";
import type { paths } from "./schema";

type Method = "get" | "post" | "put" | "delete";
type Path<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;

type Json<R> = R extends { content: { "application/json": infer A } } ? A : undefined;
type Success<R> = { [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Json<R[S]> : never }[keyof R];
export type Answer<P extends keyof paths, M extends Method> = Operation<P, M> extends { responses: infer R } ? Success<R> : never;
type Wanted<O, N extends string> = N extends keyof O ? NonNullable<O[N]> : never;
/** The body an operation takes; undefined for one that takes none. */
export type Body<P extends keyof paths, M extends Method> = [Wanted<Operation<P, M>, "requestBody">] extends [never]
  ? undefined
  : Wanted<Operation<P, M>, "requestBody"> extends { content: { "application/json": infer B } }
    ? B
    : undefined;
type Parameters<P extends keyof paths, M extends Method> = Wanted<Operation<P, M>, "parameters">;
type Query<P extends keyof paths, M extends Method> = Wanted<Parameters<P, M>, "query">;
type Named<P extends keyof paths, M extends Method> = Wanted<Parameters<P, M>, "path">;

type Parts<P extends keyof paths, M extends Method> = Omit<SendOptions, "body"> & { query?: Query<P, M> } & ([Named<P, M>] extends [never]
    ? { path?: undefined }
    : { path: Named<P, M> }) &
  ([Body<P, M>] extends [undefined] ? { body?: undefined } : { body: Body<P, M> });

type Given<P extends keyof paths, M extends Method> = Record<never, never> extends Parts<P, M> ? [parts?: Parts<P, M>] : [parts: Parts<P, M>];

/** Send a request of the description: `call("put", "/api/users/profile", {body})`. Throws `Problem`. */
export function call<M extends Method, P extends Path<M>>(method: M, path: P, ...[parts]: Given<P, M>): Promise<Answer<P, M>> {
  const { query, path: named, ...rest } = (parts ?? {}) as SendOptions & { query?: object; path?: Record<string, string> };
  const filled = String(path).replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(named?.[name] ?? ""));
  const asked = Object.entries(query ?? {}).flatMap(([name, value]) => [value].flat().filter((one) => one != null).map((one) => [name, String(one)]));
  const search = new URLSearchParams(asked).toString();
  return send<Answer<P, M>>(method.toUpperCase(), search ? `${filled}?${search}` : filled, rest);
}
