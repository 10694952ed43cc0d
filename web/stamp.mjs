// Writes what goes with the bundles: the style of a story's page, a hash of the sources, which a test compares so that no bundle is stale,
// and the licences of the libraries in them.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "stamp.mjs"];
const walk = (folder) => {
  for (const entry of readdirSync(here + folder, { withFileTypes: true })) {
    if (entry.isDirectory()) walk(`${folder}/${entry.name}`);
    else names.push(`${folder}/${entry.name}`);
  }
};
walk("src");
const hash = createHash("sha256");
for (const name of names.sort()) {
  hash.update(`${name}\0`);
  hash.update(readFileSync(here + name));
  hash.update("\0");
}
writeFileSync(`${here}../src/sociogram/write/explorer/bundle/SOURCES.sha256`, `${hash.digest("hex")}\n`);

// The style of a story's page, which Python writes too.
copyFileSync(`${here}src/publish/story_page.css`, `${here}../src/sociogram/write/story/story_page.css`);

// What package.json names as dependencies, and what these need: that is in the bundle of the query page.
const bundled = new Set();
const take = (name) => {
  if (bundled.has(name)) return;
  bundled.add(name);
  for (const needed of Object.keys(readPackage(name).dependencies ?? {})) take(needed);
};
const readPackage = (name) => JSON.parse(readFileSync(`${here}node_modules/${name}/package.json`, "utf8"));
for (const name of Object.keys(JSON.parse(readFileSync(`${here}package.json`, "utf8")).dependencies)) take(name);
const texts = new Map();
for (const name of [...bundled].sort()) {
  const { version, license } = readPackage(name);
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].map((each) => `${here}node_modules/${name}/${each}`).find(existsSync);
  if (!["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"].includes(license) || !file) throw new Error(`${name}: licence ${license}, its text: ${file ?? "missing"}`);
  const text = readFileSync(file, "utf8").trim();
  texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
}
const parts = [...texts].map(([text, packages]) => `${packages.join("\n")}\n\n${text}\n`);
writeFileSync(`${here}../src/sociogram/serve/explorer/bundle/LICENSES.txt`,
  `The query page (query.js) holds these libraries:\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`);
