/** A picture on its way to the server, with how far it is: only the older request of the browser tells that. */
import { Problem, type ProblemBody } from "./problem";
import type { components } from "./schema";
import { accessToken } from "./session";
import { call } from "./typed";

export type Picture = Pick<components["schemas"]["FileShape"], "id" | "thumbnail_url">;

const LIMIT_MS = 120_000;

/** Send a picture; `onShare` hears 0 to 1. Throws `Problem`. */
export async function uploadPicture(file: File, onShare: (share: number) => void): Promise<Picture> {
  const token = await accessToken();
  const form = new FormData();
  form.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/public/files");
    request.timeout = LIMIT_MS;
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Pitlane-Client", "browser");
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => event.lengthComputable && onShare(event.loaded / event.total);
    request.onload = () => {
      const body = bodyOf(request.responseText);
      if (request.status === 201) resolve(body as unknown as Picture);
      else reject(new Problem(request.status, body));
    };
    request.onerror = request.ontimeout = () => reject(new Problem(0, { code: "unreachable" }));
    request.send(form);
  });
}

export const forgetPicture = (id: string) => call("delete", "/api/public/files/{id}", { path: { id } });

function bodyOf(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}
