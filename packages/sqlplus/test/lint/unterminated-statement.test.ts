import { describe, expect, it } from "vitest"
import { unterminatedStatement } from "../../src/lint/unterminated-statement.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP721 unterminated-statement", () => {
  it("fires on a . and at the end of the file", () => {
    const text = script("COMMIT", ".", "SELECT 1")
    expect(linesBreaking(unterminatedStatement, text)).toEqual([2, 3])
  })

  it("is silent when every statement has its terminator", () => {
    const text = script("COMMIT;", "SELECT 1 FROM dual", "/")
    expect(linesBreaking(unterminatedStatement, text)).toEqual([])
  })

  it("leaves blank lines and PL/SQL to their own rules", () => {
    const text = script("SELECT 1", "", "BEGIN NULL; END;")
    expect(linesBreaking(unterminatedStatement, text)).toEqual([])
  })
})
