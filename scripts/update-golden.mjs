// `pnpm golden:update`: runs the golden tests so that they rewrite their expected files. The diff is then read as SQL.
import { spawnSync } from "node:child_process"

const result = spawnSync("pnpm exec vitest run golden --update", {
  shell: true,
  stdio: "inherit",
  env: { ...process.env, ORAPART_UPDATE_GOLDEN: "1" }
})
process.exitCode = result.status ?? 1
