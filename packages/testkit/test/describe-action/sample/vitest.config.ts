import { defineConfig } from "vitest/config"

export default defineConfig({
  cacheDir: process.env["SAMPLE_FOLDER"] ?? "node_modules",
  ssr: { resolve: { conditions: ["@orapart/source"] } },
  test: { include: ["defects.run.ts"], server: { deps: { inline: [/^@orapart\//] } } }
})
