// Gzipped JavaScript and CSS of each area's first load, against what the design allows. Fails when one is over.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));
const CSS_LIMIT = 20;
const areas = [
  { name: "account (public)", limit: 110, area: "account", forms: true },
  { name: "book (public)", limit: 110, area: "book", forms: true },
  { name: "join (public)", limit: 110, area: "join" },
  { name: "visit (public)", limit: 110, area: "visit" },
  { name: "my (public)", limit: 110, area: "my" },
  { name: "floor (board)", limit: 110, area: "floor" },
  { name: "bay (tablet)", limit: 150, area: "bay", forms: true },
  { name: "desk", limit: 170, area: "desk", forms: true },
  { name: "customers", limit: 170, area: "customers", forms: true },
  { name: "calendar", limit: 170, area: "calendar", forms: true, own: 60, beyond: "desk" },
  { name: "centre", limit: 170, area: "centers", forms: true },
];

const sizes = new Map();
async function gzipped(file) {
  if (!sizes.has(file)) sizes.set(file, gzipSync(await readFile(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
}

/** The files a chunk needs before it can run: itself and its static imports. */
function needs(key, files = new Set(), styles = new Set()) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return { files, styles };
  files.add(chunk.file);
  for (const style of chunk.css ?? []) styles.add(style);
  for (const other of chunk.imports ?? []) needs(other, files, styles);
  return { files, styles };
}

const kilo = (bytes) => (bytes / 1000).toFixed(1).padStart(7);
const total = async (names) => (await Promise.all([...names].map(gzipped))).reduce((sum, size) => sum + size, 0);

function firstLoad(area, forms) {
  const wanted = { files: new Set(), styles: new Set() };
  for (const key of ["index.html", `src/app/areas/${area}.tsx`, "src/locales/en/common.json", `src/locales/en/${area}.json`, ...(forms ? ["src/locales/en/forms.json"] : [])]) {
    if (!manifest[key]) throw new Error(`The build has no ${key}. Run "npm run build" first.`);
    needs(key, wanted.files, wanted.styles);
  }
  return wanted;
}

let over = false;
for (const { name, limit, area, forms, own, beyond } of areas) {
  const wanted = firstLoad(area, forms);
  if (beyond) {
    // It is loaded on top of the area it belongs to, whose messages it says too.
    const base = firstLoad(beyond, forms);
    const extra = await total([...wanted.files].filter((file) => !base.files.has(file)));
    const fits = extra <= own * 1000;
    over ||= !fits;
    console.log(`${name.padEnd(18)} js ${kilo(extra)} of ${own} kB   beyond ${beyond}${" ".repeat(13 - beyond.length)}${fits ? "fits" : "OVER"}`);
    for (const file of base.files) wanted.files.add(file);
  }
  const [script, style] = [await total(wanted.files), await total(wanted.styles)];
  const fits = script <= limit * 1000 && style <= CSS_LIMIT * 1000;
  over ||= !fits;
  console.log(`${name.padEnd(18)} js ${kilo(script)} of ${limit} kB   css ${kilo(style)} of ${CSS_LIMIT} kB   ${fits ? "fits" : "OVER"}`);
}
if (over) {
  console.error("A first load is heavier than its budget. Load the newest part lazily, or make it smaller.");
  process.exit(1);
}
