import { describe, expect, it } from "vitest"
import { quoteShort } from "../src/quote-short.ts"

describe("quoteShort", () => {
  it("quotes a short line whole, without the blanks around it", () => {
    expect(quoteShort("  COMMIT; ")).toBe('"COMMIT;"')
  })

  it("shows by three dots that a line or further lines are left out", () => {
    expect(quoteShort("SELECT 1\nFROM dual")).toBe('"SELECT 1..."')
    expect(quoteShort("x".repeat(61))).toBe(`"${"x".repeat(57)}..."`)
    expect(quoteShort("x".repeat(60))).toBe(`"${"x".repeat(60)}"`)
  })
})
