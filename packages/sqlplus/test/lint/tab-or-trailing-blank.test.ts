import { describe, expect, it } from "vitest"
import { tabOrTrailingBlank } from "../../src/lint/tab-or-trailing-blank.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP714 tab-or-trailing-blank", () => {
  it("fires on tabs and on blanks at the end", () => {
    const text = script("\tCOMMIT;", "PROMPT a ")
    expect(linesBreaking(tabOrTrailingBlank, text)).toEqual([1, 2])
  })

  it("leaves the lines of a PL/SQL block to their author, and fires on the line after its end", () => {
    const text = script("CREATE OR REPLACE TRIGGER t BEFORE INSERT ON x", "BEGIN", "\tNULL; ", "END;", "/", "COMMIT; ")
    expect(linesBreaking(tabOrTrailingBlank, text)).toEqual([6])
  })

  it("is silent otherwise", () => {
    const text = script("  COMMIT;", "", "PROMPT a")
    expect(linesBreaking(tabOrTrailingBlank, text)).toEqual([])
  })
})
