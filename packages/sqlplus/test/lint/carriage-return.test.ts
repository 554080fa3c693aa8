import { describe, expect, it } from "vitest"
import { carriageReturn } from "../../src/lint/carriage-return.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP713 carriage-return", () => {
  it("fires once, on the first line that has one", () => {
    const text = script("PROMPT a", "PROMPT b\r", "COMMIT;\r")
    expect(linesBreaking(carriageReturn, text)).toEqual([2])
  })

  it("is silent with LF line ends", () => {
    const text = script("PROMPT a", "COMMIT;")
    expect(linesBreaking(carriageReturn, text)).toEqual([])
  })
})
