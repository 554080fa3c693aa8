// Vitest reporter that counts. Under scripts/test.mjs the counts go to the file it names, because only the outermost
// process can write the last line; in a run by hand they are printed when vitest ends.
import { writeFileSync } from "node:fs"

const count = (modules, unhandledErrors) => {
  const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      counts[state === "passed" || state === "failed" ? state : "skipped"]++
    }
    // A file that cannot be loaded has no tests to count, but it is a failure.
    if (module.errors().length > 0) counts.failed++
  }
  return counts
}

// oxlint-disable-next-line import/no-default-export -- vitest loads a reporter file by its default export
export default class ClosingLine {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = count(modules, unhandledErrors)
    const summaryFile = process.env.ORAPART_TEST_SUMMARY
    if (summaryFile) return writeFileSync(summaryFile, JSON.stringify(counts))
    process.once("exit", () => {
      const skipped = counts.skipped > 0 ? `${counts.skipped} skipped\n` : ""
      process.stdout.write(`${skipped}${counts.passed} passed, ${counts.failed} failed\n`)
    })
  }
}
