// Cuts the two Inter subsets the pages ship from the full variable font, so that each stays under 50 kB.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import subsetFont from "subset-font";

const folder = new URL("../src/ui/fonts/", import.meta.url);
const source = new URL("../node_modules/inter-ui/variable/InterVariable.woff2", import.meta.url);
const licence = new URL("../node_modules/inter-ui/LICENSE.txt", import.meta.url);
const limit = 50_000;

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join("");
const latin = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  "ıŒœˆ˚˜\u2009\u202f",
  range(0x2010, 0x2014),
  "‘’‚“”„†‡•…‰′″‹›€₹₫™Ω←↑→↓−∕≈≠≤≥⌘⇧⏎✓",
].join("");
const vietnamese = ["ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0303\u0304\u0308\u0309\u0323\u0329", range(0x1ea0, 0x1ef9)].join("");

async function cut(name, text) {
  const font = await subsetFont(await readFile(source), text, {
    targetFormat: "woff2",
    variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
  });
  if (font.length > limit) throw new Error(`${name} is ${font.length} bytes, more than ${limit}.`);
  await writeFile(new URL(name, folder), font);
  console.log(`${name} ${(font.length / 1000).toFixed(1)} kB`);
}

if (!existsSync(new URL("inter-vietnamese.woff2", folder))) {
  await mkdir(folder, { recursive: true });
  await copyFile(licence, new URL("LICENSE.txt", folder));
  await cut("inter-latin.woff2", latin);
  await cut("inter-vietnamese.woff2", vietnamese);
}
