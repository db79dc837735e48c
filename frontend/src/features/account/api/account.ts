/** The account's requests, in the server's words. */
import { read, send } from "@/api/http";
import type { SignedIn } from "@/api/session";

export type Profile = {
  email: string;
  first_name: string;
  last_name: string;
  phone: string;
  address: string;
  date_of_birth: string | null;
  preferred_service_center_id: string | null;
};
export type SignInSession = {
  id: string;
  user_agent: string;
  ip_address: string | null;
  created_at: string;
  last_used_at: string;
  current: boolean;
};

export const signIn = (body: { email: string; password: string }) => send<SignedIn>("POST", "/api/auth/login", { body });
export const register = (body: Record<string, string>) => send<SignedIn>("POST", "/api/auth/register", { body });
export const forgot = (email: string) => send<void>("POST", "/api/auth/forgot", { body: { email } });
export const reset = (token: string, password: string) => send<void>("POST", "/api/auth/reset", { body: { token, password } });
export const readProfile = () => read<Profile>("/api/users/profile");
export const writeProfile = (body: Partial<Profile>) => send<Profile>("PUT", "/api/users/profile", { body });
export const changePassword = (current_password: string, new_password: string) =>
  send<void>("POST", "/api/users/change-password", { body: { current_password, new_password } });
export const readSessions = async () => (await read<{ results: SignInSession[] }>("/api/auth/sessions")).results;
export const endSession = (id: string) => send<void>("DELETE", `/api/auth/sessions/${id}`);
