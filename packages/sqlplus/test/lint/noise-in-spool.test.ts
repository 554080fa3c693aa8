import { describe, expect, it } from "vitest"
import { noiseInSpool } from "../../src/lint/noise-in-spool.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP735 noise-in-spool", () => {
  it("fires on the first query of a generated script", () => {
    const text = script(
      "SPOOL a.sql REPLACE",
      "PROMPT -- made",
      "SELECT 1 FROM dual;",
      "SELECT 2 FROM dual;",
      "SPOOL OFF"
    )
    expect(linesBreaking(noiseInSpool, text)).toEqual([3])
  })

  it("fires on old and new lines in a log", () => {
    const text = script("DEFINE v = x", "SPOOL a.log REPLACE", "SELECT '&v' FROM dual;")
    expect(linesBreaking(noiseInSpool, text)).toEqual([3])
  })

  it("is silent when everything is off", () => {
    const text = script(
      "SET FEEDBACK OFF HEADING OFF VERIFY OFF",
      "DEFINE v = x",
      "SPOOL a.sql REPLACE",
      "SELECT '&v' FROM dual;"
    )
    expect(linesBreaking(noiseInSpool, text)).toEqual([])
  })

  it("is silent on queries of a log and with PAGESIZE 0", () => {
    const text = script(
      "SPOOL a.log REPLACE",
      "SELECT 1 FROM dual;",
      "SPOOL b.sql REPLACE",
      "SET FEEDBACK 0 PAGESIZE 0",
      "SELECT 1 FROM dual;"
    )
    expect(linesBreaking(noiseInSpool, text)).toEqual([])
  })

  it("is silent after a call that is not known", () => {
    const text = script("@@settings.sql", "SPOOL a.sql REPLACE", "SELECT 1 FROM dual;")
    expect(linesBreaking(noiseInSpool, text)).toEqual([])
  })
})
