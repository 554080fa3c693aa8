import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { calmText } from "../../src/text/ascii.ts"

describe("calmText", () => {
  it("is one line of ASCII without terminator, substitution or continuation, for any text", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "-", "&", ";", " ", "\n", "\t", "\r", "\u00e9", "\u{1f600}", "\0")
    })
    fc.assert(
      fc.property(text, (value) => {
        expect(calmText(value)).toMatch(/^[\x20-\x7e]*$/)
        expect(calmText(value)).not.toMatch(/[&;]|-$|^ | $/)
      })
    )
  })
})
