import { describe, expect, it } from "vitest"
import { tabOrTrailingBlank } from "../../src/lint/tab-or-trailing-blank.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP714 tab-or-trailing-blank", () => {
  it("fires on tabs and on blanks at the end", () => {
    const text = script("\tCOMMIT;", "PROMPT a ")
    expect(linesBreaking(tabOrTrailingBlank, text)).toEqual([1, 2])
  })

  it("is silent otherwise", () => {
    const text = script("  COMMIT;", "", "PROMPT a")
    expect(linesBreaking(tabOrTrailingBlank, text)).toEqual([])
  })
})
