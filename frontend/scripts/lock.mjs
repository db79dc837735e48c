// Keeps package-lock.json free of host names, and complete: `npm ci` refuses a lock that leaves out an optional
// package of another machine, even when the registry in use does not offer it.
import { readFile, writeFile } from "node:fs/promises";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(await readFile(path, "utf8"));

function other(name, version) {
  const words = name.split("-");
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.some((word) => word === processor || word.startsWith(`${processor}v`)));
  if (name.endsWith("-gnueabihf") && cpu.length === 0) cpu.push("arm");
  return { version, optional: true, ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }) };
}

for (const entry of Object.values(lock.packages)) {
  delete entry.funding;
  delete entry.resolved;
}
const held = Object.keys(lock.packages);
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const isHeld = held.some((place) => place.endsWith(`node_modules/${name}`));
    const stub = other(name, version);
    const isElsewhere = stub.os || stub.cpu;
    if (!isHeld && isElsewhere) lock.packages[`node_modules/${name}`] = { ...(entry.dev && { dev: true }), ...stub };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
const text = `${JSON.stringify(lock, null, 2)}\n`;
if (/https?:\/\//.test(text)) throw new Error("package-lock.json names a host. Remove it before committing.");
await writeFile(path, text);
