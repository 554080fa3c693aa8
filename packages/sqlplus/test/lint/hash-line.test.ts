import { describe, expect, it } from "vitest"
import { hashLine } from "../../src/lint/hash-line.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP722 hash-line", () => {
  it("fires inside a statement, inside a block and between them", () => {
    const text = script("SELECT 1", "#PROMPT x", "FROM dual;", "# a", "BEGIN", "#b", "NULL; END;", "/")
    expect(linesBreaking(hashLine, text)).toEqual([2, 4, 6])
  })

  it("is silent when # is not the first character", () => {
    const text = script("SELECT 1 # 2", " # 3 FROM dual;")
    expect(linesBreaking(hashLine, text)).toEqual([])
  })
})
