import { describe, expect, it } from "vitest"
import { commandEndsInHyphen } from "../../src/lint/command-ends-in-hyphen.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP704 command-ends-in-hyphen", () => {
  it("fires on PROMPT, REM and other commands", () => {
    const text = script("PROMPT ------", "PROMPT a", "REM ---", "REM b", "COLUMN a -", "NOPRINT")
    expect(linesBreaking(commandEndsInHyphen, text)).toEqual([1, 3, 5])
  })

  it("is silent for a rule of equal signs and a hyphen inside", () => {
    const text = script("PROMPT ======", "PROMPT -- a --.", "REM a-b", "COLUMN a NOPRINT")
    expect(linesBreaking(commandEndsInHyphen, text)).toEqual([])
  })
})
