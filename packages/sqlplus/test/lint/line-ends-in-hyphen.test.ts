import { describe, expect, it } from "vitest"
import { lineEndsInHyphen } from "../../src/lint/line-ends-in-hyphen.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP705 line-ends-in-hyphen", () => {
  it("fires inside SQL and PL/SQL", () => {
    const text = script("SELECT 200 -", "100 FROM dual;", "BEGIN", "  NULL;", "  x := 2 -", "  1;", "END;", "/")
    expect(linesBreaking(lineEndsInHyphen, text)).toEqual([1, 5])
  })

  it("fires on a comment drawn with hyphens", () => {
    const text = script("-- ----", "/* a", "--", "*/")
    expect(linesBreaking(lineEndsInHyphen, text)).toEqual([1, 3])
  })

  it("fires on a last line that waits for more", () => {
    const text = script("PROMPT a-")
    expect(linesBreaking(lineEndsInHyphen, text)).toEqual([1])
  })

  it("is silent when the next line begins with the minus", () => {
    const text = script("-- ==== -- =", "SELECT 200", "  - 100 FROM dual;")
    expect(linesBreaking(lineEndsInHyphen, text)).toEqual([])
  })
})
