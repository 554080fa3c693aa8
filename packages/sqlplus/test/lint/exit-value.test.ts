import { describe, expect, it } from "vitest"
import { exitValue } from "../../src/lint/exit-value.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP749 exit-value", () => {
  it("fires on large numbers and unknown words", () => {
    const text = script("WHENEVER SQLERROR EXIT 20001 ROLLBACK", "WHENEVER OSERROR EXIT SQLCODE", "EXIT 256", "QUIT ok")
    expect(linesBreaking(exitValue, text)).toEqual([1, 2, 3, 4])
  })

  it("is silent on what EXIT knows", () => {
    const text = script(
      "DEFINE rc = 3",
      "EXIT 255",
      "EXIT success",
      "EXIT",
      "EXIT COMMIT",
      "EXIT rc",
      "EXIT &rc",
      "EXIT :b",
      "EXIT SQL.SQLCODE",
      "EXIT _RC",
      "QUIT -1",
      "EXIT;"
    )
    expect(linesBreaking(exitValue, text)).toEqual([])
  })
})
