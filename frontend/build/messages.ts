import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/** Compile the ICU catalogues while bundling, so that no parser of messages reaches the browser. */
export function messages(): Plugin {
  return {
    name: "pitlane-messages",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/locales\/[\w-]+\/[\w-]+\.json$/.test(id)) return null;
      const source = JSON.parse(code) as Record<string, string>;
      const compiled = Object.entries(source).map(([key, text]) => [key, compileMessageOrThrow(text)]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}
