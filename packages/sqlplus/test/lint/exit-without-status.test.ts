import { describe, expect, it } from "vitest"
import { exitWithoutStatus } from "../../src/lint/exit-without-status.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP725 exit-without-status", () => {
  it("fires on a bare EXIT, with or without ROLLBACK, and on status 0", () => {
    const text = script(
      "WHENEVER SQLERROR EXIT",
      "WHENEVER OSERROR EXIT ROLLBACK",
      "WHENEVER SQLERROR EXIT SUCCESS",
      "WHENEVER SQLERROR EXIT 0 ROLLBACK"
    )
    expect(linesBreaking(exitWithoutStatus, text)).toEqual([1, 2, 3, 4])
  })

  it("is silent on a status and on CONTINUE", () => {
    const text = script(
      "WHENEVER OSERROR EXIT 9 ROLLBACK",
      "WHENEVER SQLERROR EXIT 4 ROLLBACK",
      "WHENEVER SQLERROR EXIT FAILURE",
      "WHENEVER SQLERROR CONTINUE",
      "EXIT"
    )
    expect(linesBreaking(exitWithoutStatus, text)).toEqual([])
  })
})
