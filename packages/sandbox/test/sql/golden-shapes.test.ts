// The corpus names every kind of statement that orapart renders, so that the engine is measured by all of them.
import { describe, expect, it } from "vitest"
import samples from "../../corpus/golden-shapes.json" with { type: "json" }
import { parseStatement } from "../../src/sql/index.ts"
import { collectGoldenShapes } from "./golden-shapes.ts"
import { statementShape } from "./statement-shape.ts"

describe("golden shapes", () => {
  it("are all in corpus/golden-shapes.json; otherwise write-golden-shapes.ts writes it anew", () => {
    const known = new Set(samples.map((sql) => statementShape(parseStatement(sql))))
    const shapes = collectGoldenShapes()
    const missing = [...shapes].filter(([shape]) => !known.has(shape)).map(([, sql]) => sql)
    console.log(`golden shapes: ${shapes.size}, in the corpus ${known.size}`)
    expect(missing).toEqual([])
  })

  it("tell statements apart by form and not by name", () => {
    const shape = (sql: string): string => statementShape(parseStatement(sql))
    expect(shape("SELECT a, b FROM t WHERE c = 1")).toBe(shape("SELECT x FROM u WHERE y = 2"))
    expect(shape("SELECT a FROM t")).not.toBe(shape("SELECT a FROM t WHERE b = 1"))
    expect(shape("ALTER TABLE t READ ONLY")).not.toBe(shape("ALTER TABLE t READ WRITE"))
  })
})
