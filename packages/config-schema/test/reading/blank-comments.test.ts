import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankComments } from "../../src/reading/blank-comments.ts"

describe("blankComments", () => {
  it("keeps length and line ends of any text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("/", "*", "//", '"', "\\", "a", " ", "\n", "\r\n", "{", ",")), (parts) => {
        const text = parts.join("")
        const blanked = blankComments(text)
        expect(blanked.length).toBe(text.length)
        expect(blanked.replace(/[^\r\n]/g, "")).toBe(text.replace(/[^\r\n]/g, ""))
      })
    )
  })

  it("blanks what comments between tokens say, and nothing inside texts", () => {
    const comment = fc.constantFrom("", "// x {\n", '/* } " */', "/**/", ' // \\" \r\n')
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant("// no"), fc.constant("/* no */"), fc.integer())),
        comment,
        (value, between) => {
          const text = `${between}${JSON.stringify(value)}${between}`
          expect(JSON.parse(blankComments(text))).toEqual(JSON.parse(JSON.stringify(value)))
        }
      )
    )
  })

  it("blanks a comment that nothing closes to the end", () => {
    expect(blankComments("1 /* 2\n3").trim()).toBe("1")
  })
})
