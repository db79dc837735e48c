import { compileMessageOrThrow, type CompiledMessage } from "@lingui/message-utils/compileMessage";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(__dirname, "../src");
const languages = readdirSync(join(root, "locales"));
const areas = readdirSync(join(root, "locales/en")).map((name) => name.replace(".json", ""));
const read = (language: string, area: string) =>
  JSON.parse(readFileSync(join(root, `locales/${language}/${area}.json`), "utf8")) as Record<string, string>;

/** Names of the values a message takes, also inside plurals. */
function values(message: CompiledMessage): string[] {
  const found = message.flatMap((part) => {
    if (typeof part === "string") return [];
    const choices = typeof part[2] === "object" && part[2] !== null ? Object.values(part[2]) : [];
    return [part[0], ...choices.flatMap((choice) => (Array.isArray(choice) ? values(choice) : []))];
  });
  return [...new Set(found)].filter((name) => name !== "#").sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : [];
  });
}

describe.each(areas)("the texts of %s", (area) => {
  it.each(languages)("say the same things with the same values in %s", (language) => {
    const [source, other] = [read("en", area), read(language, area)];
    expect(Object.keys(other).sort()).toEqual(Object.keys(source).sort());
    for (const [key, text] of Object.entries(source)) {
      expect(values(compileMessageOrThrow(other[key]!)), `${language} ${key}`).toEqual(values(compileMessageOrThrow(text)));
      expect(other[key]!.trim(), `${language} ${key}`).not.toBe("");
    }
  });
});

it("every key belongs to one area only, and every text is said somewhere", () => {
  const keys = areas.flatMap((area) => Object.keys(read("en", area)));
  expect(new Set(keys).size).toBe(keys.length);
  const code = sources(root).join("\n");
  const templates = [...code.matchAll(/`([\w.-]+\.)\$\{[^}]+\}([\w.-]*)`/g)].map(([, head, tail]) => new RegExp(`^${head!.replaceAll(".", "\\.")}.+${tail!.replaceAll(".", "\\.")}$`));
  const unsaid = keys.filter((key) => !code.includes(`"${key}"`) && !templates.some((template) => template.test(key)));
  expect(unsaid).toEqual([]);
});
