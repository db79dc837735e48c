/** A right-to-left language nobody speaks: every text of the catalogue in Hebrew letters, so that what is not from it shows. */
import { i18n } from "@lingui/core";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../src/locales/en");
const alef = 0x05d0;
const turn = (text: string) => text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(alef + (letter.toLowerCase().charCodeAt(0) % 26)));

export function speakPseudo(): void {
  const texts = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, string>);
  const messages = Object.entries(Object.assign({}, ...texts) as Record<string, string>).map(([key, text]) => [key, compileMessageOrThrow(text, turn)]);
  i18n.loadAndActivate({ locale: "he", messages: Object.fromEntries(messages) });
  document.documentElement.lang = "he";
  document.documentElement.dir = "rtl";
}

/** Words in the page, its labels and titles that did not come through the catalogue. */
export function foreignWords(root: HTMLElement, ...allowed: string[]): string[] {
  const said = [root.textContent ?? ""];
  for (const element of root.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) said.push(element.getAttribute(name) ?? "");
  }
  return [...new Set(said.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []))].filter((word) => !allowed.includes(word));
}
