import { describe, expect, it } from "vitest"
import { writeSqlLines } from "../../src/filters/sql-lines.ts"

describe("sql_lines", () => {
  it("indents every line but the first", () => {
    expect(writeSqlLines(["A", "+ B", "+ C"], 2)).toBe("A\n  + B\n  + C")
  })

  it("refuses no lines", () => {
    expect(() => writeSqlLines([])).toThrow("there are no lines.")
  })
})
