import { defineConfig } from "vite";

// One classic script and one style sheet, which the Python writer puts into the page by their hashes.
export default defineConfig({
  build: {
    target: "es2022",
    outDir: "../src/sociogram/write/page",
    emptyOutDir: true,
    cssCodeSplit: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "sociogram", fileName: () => "explorer.js", cssFileName: "explorer" },
  },
});
