import { describe, expect, it } from "vitest"
import { promptPrintsBind } from "../../src/lint/prompt-prints-bind.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP740 prompt-prints-bind", () => {
  it("fires on a declared variable", () => {
    const text = script("VAR v_count NUMBER", "PROMPT counted: :v_count rows")
    expect(linesBreaking(promptPrintsBind, text)).toEqual([2])
  })

  it("is silent on times, on other names and outside PROMPT", () => {
    const text = script("VARIABLE b NUMBER", "PROMPT 10:b a:b ::b :c", "PRINT b")
    expect(linesBreaking(promptPrintsBind, text)).toEqual([])
  })
})
