// One shape for every package's vitest project: tests run on the sources, so no build is needed before them.
import { fileURLToPath } from "node:url"
import { defineProject } from "vitest/config"

/** Vitest project of one package: its test/**, resolved through the "@orapart/source" export condition. */
export const packageProject = (name: string) =>
  defineProject({
    ssr: { resolve: { conditions: ["@orapart/source"] } },
    test: {
      name,
      include: ["test/**/*.test.ts"],
      setupFiles: [fileURLToPath(new URL("property-seed.ts", import.meta.url))],
      disableConsoleIntercept: true,
      server: { deps: { inline: [/^@orapart\//] } }
    }
  })
