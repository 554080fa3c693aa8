import { describe, expect, it } from "vitest"
import { argumentsOverwritten } from "../../src/lint/arguments-overwritten.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP737 arguments-overwritten", () => {
  it("fires on the first use after the call", () => {
    const text = script("@@a.sql X", "PROMPT &1", "PROMPT &1")
    expect(linesBreaking(argumentsOverwritten, text)).toEqual([2])
  })

  it("fires when an argument moves to another place", () => {
    const text = script("@@a.sql X &1", "SELECT '&2' FROM dual;")
    expect(linesBreaking(argumentsOverwritten, text)).toEqual([2])
  })

  it("is silent when the same arguments are passed on", () => {
    const text = script("@@a.sql &1 &2", "PROMPT &1 &2")
    expect(linesBreaking(argumentsOverwritten, text)).toEqual([])
  })

  it("is silent before the call and on other variables", () => {
    const text = script("PROMPT &1", "@@a.sql X", "PROMPT &2")
    expect(linesBreaking(argumentsOverwritten, text)).toEqual([])
  })
})
