import { describe, expect, it } from "vitest"
import { commandEndsInHyphen } from "../../src/lint/command-ends-in-hyphen.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP704 command-ends-in-hyphen", () => {
  it("fires on PROMPT and REM, and on a command that swallows another one", () => {
    const text = script("PROMPT ------", "PROMPT a", "REM ---", "REM b", "SET ECHO OFF -", "PROMPT b")
    expect(linesBreaking(commandEndsInHyphen, text)).toEqual([1, 3, 5])
  })

  it("is silent on commands and sentences that go on in the next line on purpose", () => {
    const text = script("COLUMN a -", "NOPRINT", "EXEC p( -", "1)", "PROMPT a sentence of two -", "lines")
    expect(linesBreaking(commandEndsInHyphen, text)).toEqual([])
  })

  it("is silent for a rule of equal signs and a hyphen inside", () => {
    const text = script("PROMPT ======", "PROMPT -- a --.", "REM a-b", "COLUMN a NOPRINT")
    expect(linesBreaking(commandEndsInHyphen, text)).toEqual([])
  })
})
