import { describe, expect, it } from "vitest"
import { doubleAtDotSlash } from "../../src/lint/double-at-dot-slash.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP716 double-at-dot-slash", () => {
  it("fires on ./ and ../", () => {
    const text = script("@@./a.sql", "@@../a.sql", "@@.\\\a.sql")
    expect(linesBreaking(doubleAtDotSlash, text)).toEqual([1, 2, 3])
  })

  it("is silent on a plain name and a folder below", () => {
    const text = script("@@a.sql", "@@rollback/a.sql", "@@.hidden.sql")
    expect(linesBreaking(doubleAtDotSlash, text)).toEqual([])
  })
})
