import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|svg|json)$/;
/** Less than this travels in one packet as it is. */
const WORTH = 1_000;
const [smallest, small] = [promisify(brotliCompress), promisify(gzip)];

/** Put each text of the build beside itself compressed, once and as far as it goes: the server hands it out as it lies. */
export function compressed(): Plugin {
  let folder = "";
  return {
    name: "pitlane-compressed",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir, config.build.assetsDir);
    },
    async closeBundle() {
      const names = (await readdir(folder)).filter((name) => TEXT.test(name));
      await Promise.all(
        names.map(async (name) => {
          const text = await readFile(join(folder, name));
          if (text.length < WORTH) return;
          await writeFile(join(folder, `${name}.br`), await smallest(text, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
          await writeFile(join(folder, `${name}.gz`), await small(text, { level: 9 }));
        }),
      );
    },
  };
}
