import { fileURLToPath } from "node:url"
import { defineProject } from "vitest/config"

// Like tests/golden: the sources are run as they are. A statement without a cached verdict is parsed, which takes its time.
export default defineProject({
  ssr: { resolve: { conditions: ["@orapart/source"] } },
  test: {
    name: "grammar",
    include: ["**/*.test.ts"],
    setupFiles: [fileURLToPath(new URL("../../tools/property-seed.ts", import.meta.url))],
    // The parser learns while it parses: files that share it are twice as fast.
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    disableConsoleIntercept: true,
    server: { deps: { inline: [/^@orapart\//] } }
  }
})
