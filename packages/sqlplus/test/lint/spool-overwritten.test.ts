import { describe, expect, it } from "vitest"
import { spoolOverwritten } from "../../src/lint/spool-overwritten.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP732 spool-overwritten", () => {
  it("fires without a mode and on the second SPOOL into a file", () => {
    const text = script("SPOOL a", "SPOOL OFF", "SPOOL b REPLACE", "SPOOL OFF", "SPOOL B REP")
    expect(linesBreaking(spoolOverwritten, text)).toEqual([1, 5])
  })

  it("is silent with a mode, with APPEND and on names with a variable", () => {
    const text = script(
      "SPOOL a CREATE",
      "SPOOL OFF",
      "SPOOL a APPEND",
      "SPOOL OFF",
      "SPOOL &v REPLACE",
      "SPOOL OFF",
      "SPOOL &v REPLACE",
      "SPOOL OFF"
    )
    expect(linesBreaking(spoolOverwritten, text)).toEqual([])
  })
})
