import { describe, expect, it } from "vitest"
import { executeOnManyLines } from "../../src/lint/execute-on-many-lines.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP746 execute-on-many-lines", () => {
  it("fires on an open bracket and an open literal", () => {
    const text = script("EXEC p(1,", "2)", "EXEC :x := 'a", "b'")
    expect(linesBreaking(executeOnManyLines, text)).toEqual([1, 3])
  })

  it("is silent on one line and on lines joined by hyphens", () => {
    const text = script("EXEC p('(', q'[(]')", "EXEC p( -", "1)")
    expect(linesBreaking(executeOnManyLines, text)).toEqual([])
  })
})
