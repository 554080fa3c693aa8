import { describe, expect, it } from "vitest"
import { exitSqlcode } from "../../src/lint/exit-sqlcode.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP710 exit-sqlcode", () => {
  it("fires on WHENEVER and EXIT", () => {
    const text = script("WHENEVER SQLERROR EXIT SQL.SQLCODE ROLLBACK", "EXIT sql.sqlcode")
    expect(linesBreaking(exitSqlcode, text)).toEqual([1, 2])
  })

  it("is silent on a fixed status", () => {
    const text = script(
      "WHENEVER OSERROR EXIT 9 ROLLBACK",
      "WHENEVER SQLERROR EXIT 4 ROLLBACK",
      "EXIT FAILURE",
      "PROMPT SQL.SQLCODE"
    )
    expect(linesBreaking(exitSqlcode, text)).toEqual([])
  })
})
