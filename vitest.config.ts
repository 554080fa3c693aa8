import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: ["packages/*", "tests/*"],
    reporters: [process.env["CI"] ? "dot" : "default", "./tools/reporter.mjs"]
  }
})
