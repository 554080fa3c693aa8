// `npm test`: install, build, all tests. Whatever happens, the last line of stdout is `N passed, N failed`, and the exit
// code says the same: a build that fails or a run that dies before it has counted is one failure.
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { runWithToolchain } from "./with-toolchain.mjs"

const folder = mkdtempSync(join(tmpdir(), "orapart-test-"))
const summaryFile = join(folder, "summary.json")

const readSummary = () => {
  try {
    return JSON.parse(readFileSync(summaryFile, "utf8"))
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

const vitest = ["pnpm exec vitest run", ...process.argv.slice(2)].join(" ")
const line = `pnpm install --frozen-lockfile && pnpm run --silent ws:build && ${vitest}`
const status = runWithToolchain(line, { ORAPART_TEST_SUMMARY: summaryFile })
const { passed, failed, skipped } = readSummary()
const failures = status !== 0 && failed === 0 ? 1 : failed
rmSync(folder, { recursive: true, force: true })

if (skipped > 0) console.log(`${skipped} skipped`)
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = failures > 0 ? 1 : 0
