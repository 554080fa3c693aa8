// `pnpm golden:update`: runs the golden tests so that they rewrite their expected files. The diff is then read as SQL.
import { spawnSync } from "node:child_process"

// The scaffold of `orapart actions new` is a package of its own, outside the workspace: it has a run of its own.
const runs = ["golden packages/action- --update", "--root packages/cli/scaffold/action --update"]

const codes = runs.map(
  (words) =>
    spawnSync(`pnpm exec vitest run ${words}`, {
      shell: true,
      stdio: "inherit",
      env: { ...process.env, ORAPART_UPDATE_GOLDEN: "1" }
    }).status ?? 1
)
process.exitCode = Math.max(...codes)
