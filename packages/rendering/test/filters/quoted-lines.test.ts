import { describe, expect, it } from "vitest"
import { writeQuotedLines } from "../../src/filters/quoted-lines.ts"

describe("quoted_lines", () => {
  it("joins the lines to one text", () => {
    expect(writeQuotedLines(["CREATE INDEX I", "  ON T (A)"])).toBe("q'~CREATE INDEX I\n  ON T (A)~'")
  })

  it("refuses no lines", () => {
    expect(() => writeQuotedLines([])).toThrow("there are no lines.")
  })
})
