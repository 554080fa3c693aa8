// The tables of cases, and that they are many.
import { describe, expect, it } from "vitest"
import type { BlockCase } from "./block-case.ts"
import { collectionCases } from "./cases-collection.ts"
import { compileCases } from "./cases-compile.ts"
import { exceptionCases } from "./cases-exception.ts"
import { expressionCases } from "./cases-expression.ts"
import { sqlCases } from "./cases-sql.ts"
import { statementCases } from "./cases-statement.ts"
import { runText } from "./run-case.ts"

const groups: Readonly<Record<string, ReadonlyArray<BlockCase>>> = {
  expressions: expressionCases,
  statements: statementCases,
  exceptions: exceptionCases,
  collections: collectionCases,
  "SQL in blocks": sqlCases,
  "compile errors": compileCases
}

for (const [group, cases] of Object.entries(groups))
  describe(group, () => {
    it.each(cases)("$name", async ({ block, output = [], error = null }) => {
      const seen = await runText(block)
      expect({ error: seen.error, output: seen.output }).toEqual({ error, output })
    })
  })

describe("the cases", () => {
  it("are at least 200, each of its own name in its group", () => {
    const names = Object.entries(groups).flatMap(([group, cases]) => cases.map(({ name }) => `${group}: ${name}`))
    expect(names.length).toBeGreaterThanOrEqual(200)
    expect(new Set(names).size).toBe(names.length)
  })
})
