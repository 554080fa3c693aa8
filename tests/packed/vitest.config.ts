import { defineProject } from "vitest/config"

// The packages as npm would get them: packed and installed once per run, used as processes. No source of the workspace is imported.
export default defineProject({
  test: {
    name: "packed",
    include: ["**/*.test.ts"],
    globalSetup: ["../../packages/cli/test/support/require-build.ts", "./support/packed-workspace.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})
