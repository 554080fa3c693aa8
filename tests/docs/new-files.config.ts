// For the skeletons in a temporary folder: they are run on the sources of the repository, like the tests that they stand for.
import { defineConfig } from "vitest/config"

// oxlint-disable-next-line import/no-default-export -- vitest reads a config's default export
export default defineConfig({
  cacheDir: "cache",
  ssr: { resolve: { conditions: ["@orapart/source"] } },
  test: { include: ["packages/**/*.test.ts"], server: { deps: { inline: [/^@orapart\//] } } }
})
