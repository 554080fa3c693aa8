import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { wrapLine, wrapWords } from "../../src/text/wrap-words.ts"

describe("wrapWords", () => {
  it("gives one empty line for no words", () => {
    expect(wrapWords([], 10)).toEqual([""])
  })

  it("keeps every word in order and breaks no line where SQL*Plus would mind", () => {
    const word = fc.constantFrom("a", "bbb", "-", "x-", "/", ".", "#x", "@y", "cccccccccccc")
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 20 }), (words, width) => {
        const lines = wrapWords(words, width)
        expect(lines.join(" ")).toBe(words.join(" "))
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/-$/)
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[#/.@]/)
      })
    )
  })

  it("fills a line to its width and no further", () => {
    expect(wrapWords(["aa", "bb", "cc"], 5)).toEqual(["aa bb", "cc"])
    expect(wrapWords(["aa", "bb", "cc"], 4)).toEqual(["aa", "bb", "cc"])
  })
})

describe("wrapLine", () => {
  it("keeps the prose and breaks no line where SQL*Plus would mind", () => {
    const word = fc.constantFrom("a", "bbb", "-", "x-", "/", ".", "#x", "@y", "cccccccccccc")
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 1, max: 20 }), (words, width) => {
        const lines = wrapLine(words.join(" "), width)
        expect(lines.join(" ")).toBe(words.join(" "))
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/-$/)
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[#/.@]/)
      })
    )
  })

  it("fills a line to its width and no further", () => {
    expect(wrapLine("aa bb cc", 5)).toEqual(["aa bb", "cc"])
    expect(wrapLine("aa bb cc", 4)).toEqual(["aa", "bb", "cc"])
    expect(wrapLine("", 4)).toEqual([""])
  })

  it("breaks behind a word that is longer than the line", () => {
    expect(wrapLine("a cccccccccccc bb", 4)).toEqual(["a", "cccccccccccc", "bb"])
  })
})
