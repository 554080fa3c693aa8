import { describe, expect, it } from "vitest"
import { wrapText } from "../../src/filters/wrap.ts"

describe("wrap", () => {
  it("breaks at blanks and puts the prefix before every line but the first", () => {
    expect(wrapText("one two three four", 9, "--  ")).toBe("one two\n--  three\n--  four")
  })

  it("keeps a word that is longer than the line", () => {
    expect(wrapText("a verylongword b", 5)).toBe("a\nverylongword\nb")
  })

  it("keeps line breaks and drops none of the words", () => {
    expect(wrapText("one\ntwo  three", 40)).toBe("one\ntwo three")
  })

  it("does not leave a hyphen at a line's end or a slash at its beginning", () => {
    expect(wrapText("aaaa - bbbb / cccc", 6)).toBe("aaaa\n- bbbb /\ncccc")
  })

  it("refuses a width that is none", () => {
    expect(() => wrapText("a", 0)).toThrow("0 is no width.")
  })
})
