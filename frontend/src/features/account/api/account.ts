/** The account's requests. */
import type { components } from "@/api/schema";
import { call, type Body } from "@/api/typed";

export type Profile = components["schemas"]["ProfileShape"];
export type SignInSession = components["schemas"]["SessionShape"];

export const signIn = (body: Body<"/api/auth/login", "post">) => call("post", "/api/auth/login", { body });
export const register = (body: Body<"/api/auth/register", "post">) => call("post", "/api/auth/register", { body });
export const forgot = (email: string) => call("post", "/api/auth/forgot", { body: { email } });
export const reset = (token: string, password: string) => call("post", "/api/auth/reset", { body: { token, password } });
export const readProfile = () => call("get", "/api/users/profile");
/** Fields left out keep what they are. */
export const writeProfile = (body: Partial<Body<"/api/users/profile", "put">>) =>
  call("put", "/api/users/profile", { body: body as Body<"/api/users/profile", "put"> });
export const changePassword = (current_password: string, new_password: string) =>
  call("post", "/api/users/change-password", { body: { current_password, new_password } });
export const readSessions = async () => (await call("get", "/api/auth/sessions")).results;
export const endSession = (id: string) => call("delete", "/api/auth/sessions/{id}", { path: { id } });
export const readCenters = async () => (await call("get", "/api/public/service-centers")).results;
