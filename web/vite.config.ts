import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

// The page of a story names its style by its hash, as Python does (page_assets.py).
const storyStyle = createHash("sha256").update(readFileSync("src/publish/story_page.css")).digest("base64");

// Classic scripts and style sheets, one of each for a page, which Python puts into its pages by their hashes.
const pages = {
  explorer: { entry: "src/explorer/main.ts", outDir: "../src/sociogram/write/explorer/bundle" },
  query: { entry: "src/query/main.ts", outDir: "../src/sociogram/serve/explorer/bundle" },
};

export default defineConfig(({ mode }) => {
  const name = mode === "query" ? "query" : "explorer";
  const { entry, outDir } = pages[name];
  return {
    // Libraries look at this to leave out what only helps while developing.
    define: { STORY_STYLE_SOURCE: JSON.stringify(`'sha256-${storyStyle}'`), "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      target: "es2022",
      outDir,
      emptyOutDir: true,
      cssCodeSplit: false,
      lib: { entry, formats: ["iife"], name: "sociogram", fileName: () => `${name}.js`, cssFileName: name },
    },
  };
});
