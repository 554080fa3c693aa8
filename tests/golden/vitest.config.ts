import { defineProject } from "vitest/config"

// Like a package's project: the CLI's sources are run as they are, so that no build is needed to compare.
export default defineProject({
  ssr: { resolve: { conditions: ["@orapart/source"] } },
  test: {
    name: "golden",
    include: ["**/*.test.ts"],
    disableConsoleIntercept: true,
    server: { deps: { inline: [/^@orapart\//] } }
  }
})
