import { defineProject } from "vitest/config"

// Like tests/scripts: the sources are run as they are, so that no build is needed.
export default defineProject({
  ssr: { resolve: { conditions: ["@orapart/source"] } },
  test: {
    name: "docs",
    include: ["**/*.test.ts"],
    server: { deps: { inline: [/^@orapart\//] } }
  }
})
