import { describe, expect, it } from "vitest"
import { variableTooLong } from "../../src/lint/variable-too-long.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP736 variable-too-long", () => {
  it("fires on names and values", () => {
    const text = script(
      "DEFINE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn = 1",
      "DEFINE v = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
      "ACCEPT nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn CHAR"
    )
    expect(linesBreaking(variableTooLong, text)).toEqual([1, 2, 3])
  })

  it("is silent at the limits", () => {
    const text = script(
      "DEFINE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn = 1",
      "DEFINE v = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'",
      "DEFINE v"
    )
    expect(linesBreaking(variableTooLong, text)).toEqual([])
  })
})
