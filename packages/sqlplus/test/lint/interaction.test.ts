import { describe, expect, it } from "vitest"
import { interaction } from "../../src/lint/interaction.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP720 interaction", () => {
  it("fires on ACCEPT, PAUSE and SET PAUSE ON", () => {
    const text = script("ACCEPT v PROMPT 'Sure? '", "PAUSE", "SET ECHO OFF PAUSE ON")
    expect(linesBreaking(interaction, text)).toEqual([1, 2, 3])
  })

  it("is silent on a variable and on SET PAUSE OFF", () => {
    const text = script("DEFINE v = x", "SET PAUSE OFF", "PROMPT PAUSE")
    expect(linesBreaking(interaction, text)).toEqual([])
  })
})
