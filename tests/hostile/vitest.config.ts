import { defineProject } from "vitest/config"

// Like tests/golden: the sources are run as they are, so that no build is needed.
export default defineProject({
  ssr: { resolve: { conditions: ["@orapart/source"] } },
  test: {
    name: "hostile",
    include: ["**/*.test.ts"],
    disableConsoleIntercept: true,
    server: { deps: { inline: [/^@orapart\//] } }
  }
})
