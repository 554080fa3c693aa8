import { describe, expect, it } from "vitest"
import { slashAfterSemicolon } from "../../src/lint/slash-after-semicolon.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP702 slash-after-semicolon", () => {
  it("fires on a / after a ;", () => {
    const text = script("INSERT INTO t VALUES (1);", "", "/")
    expect(linesBreaking(slashAfterSemicolon, text)).toEqual([3])
  })

  it("fires on RUN as well", () => {
    const text = script("CREATE TABLE t (a NUMBER);", "RUN")
    expect(linesBreaking(slashAfterSemicolon, text)).toEqual([2])
  })

  it("fires on the second / after a block", () => {
    const text = script("BEGIN", "  NULL;", "END;", "/", "/")
    expect(linesBreaking(slashAfterSemicolon, text)).toEqual([5])
  })

  it("is silent when ; ends SQL and / ends PL/SQL", () => {
    const text = script("COMMIT;", "BEGIN", "  NULL;", "END;", "/", "SELECT 1 FROM dual", "/")
    expect(linesBreaking(slashAfterSemicolon, text)).toEqual([])
  })

  it("is silent on a / that runs a statement for the first time", () => {
    const text = script("SELECT 1 FROM dual", "", "/")
    expect(linesBreaking(slashAfterSemicolon, text)).toEqual([])
  })
})
