// The big set that speed is measured on lints clean as well. All of its 1,000 tables take about a minute, so a part is
// looked at here; ORAPART_LINT_TABLES=1000 looks at all of them.
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { makeBigSet } from "../../bench/thousand-tables.ts"
import { generateScriptSets } from "../../packages/cli/src/index.ts"
import { lintScriptSet } from "../../packages/sqlplus/src/index.ts"

const tables = Number(process.env["ORAPART_LINT_TABLES"] ?? 20)

describe(`the scripts of ${tables} tables of the big set`, () => {
  it("have no lint findings", { timeout: 20_000 + tables * 1000 }, async () => {
    const { result } = await Effect.runPromise(generateScriptSets({ ...makeBigSet(tables), madeBy: "orapart 0.0.0" }))
    expect(result).toHaveLength(tables)
    for (const { folder, files } of result ?? []) {
      const scripts = new Map(files.filter(({ path }) => path.endsWith(".sql")).map(({ path, text }) => [path, text]))
      expect(scripts.size).toBeGreaterThan(15)
      const found = lintScriptSet(scripts).flatMap(({ findings }) => findings.map(({ message }) => message))
      expect(found, folder).toEqual([])
    }
  })
})
