import { describe, expect, it } from "vitest"
import { blankLineInSql } from "../../src/lint/blank-line-in-sql.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP701 blank-line-in-sql", () => {
  it("fires on the blank line", () => {
    const text = script("SELECT 1", "", "FROM dual;")
    expect(linesBreaking(blankLineInSql, text)).toEqual([2])
  })

  it("is silent without a blank line", () => {
    const text = script("SELECT 1", "FROM dual;")
    expect(linesBreaking(blankLineInSql, text)).toEqual([])
  })

  it("is silent when SQLBLANKLINES is on", () => {
    const text = script("SET SQLBLANKLINES ON", "SELECT 1", "", "FROM dual;")
    expect(linesBreaking(blankLineInSql, text)).toEqual([])
  })

  it("is silent inside a PL/SQL block", () => {
    const text = script("BEGIN", "", "  NULL;", "END;", "/")
    expect(linesBreaking(blankLineInSql, text)).toEqual([])
  })
})
