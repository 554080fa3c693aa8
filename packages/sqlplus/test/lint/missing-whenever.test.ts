import { describe, expect, it } from "vitest"
import { missingWhenever } from "../../src/lint/missing-whenever.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP711 missing-whenever", () => {
  it("fires twice when neither stands there", () => {
    const text = script("PROMPT a", "COMMIT;")
    expect(linesBreaking(missingWhenever, text)).toEqual([2, 2])
  })

  it("fires when one comes after the first statement", () => {
    const text = script("WHENEVER OSERROR EXIT 9 ROLLBACK", "COMMIT;", "WHENEVER SQLERROR EXIT 4 ROLLBACK")
    expect(linesBreaking(missingWhenever, text)).toEqual([2])
  })

  it("fires before a call, a block, an EXEC and on CONTINUE", () => {
    const text = script("WHENEVER OSERROR EXIT 9 ROLLBACK", "@@a.sql", "WHENEVER SQLERROR EXIT 4 ROLLBACK")
    expect(linesBreaking(missingWhenever, text)).toEqual([2])
  })

  it("does not take CONTINUE for EXIT", () => {
    const text = script("WHENEVER OSERROR EXIT 9 ROLLBACK", "WHENEVER SQLERROR CONTINUE", "EXEC :x := 1")
    expect(linesBreaking(missingWhenever, text)).toEqual([3])
  })

  it("is silent when both come first, and in a file without statements", () => {
    const text = script(
      "SET ECHO OFF",
      "WHENEVER OSERROR EXIT 9 ROLLBACK",
      "WHENEVER SQLERROR EXIT 4 ROLLBACK",
      "COMMIT;"
    )
    expect(linesBreaking(missingWhenever, text)).toEqual([])
  })

  it("is silent in a file of settings", () => {
    const text = script("SET DEFINE OFF", "PROMPT a", "-- b")
    expect(linesBreaking(missingWhenever, text)).toEqual([])
  })
})
