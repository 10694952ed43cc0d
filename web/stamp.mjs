// Writes the hash of the sources beside the bundle: a test compares the two, so that no bundle is stale.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "stamp.mjs"];
names.push(...readdirSync(`${here}src`).map((name) => `src/${name}`));
const hash = createHash("sha256");
for (const name of names.sort()) {
  hash.update(`${name}\0`);
  hash.update(readFileSync(here + name));
  hash.update("\0");
}
writeFileSync(`${here}../src/sociogram/write/page/SOURCES.sha256`, `${hash.digest("hex")}\n`);
