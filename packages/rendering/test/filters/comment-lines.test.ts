import { describe, expect, it } from "vitest"
import { writeCommentLines } from "../../src/filters/comment-lines.ts"

describe("comment_lines", () => {
  it("puts the text behind the label", () => {
    expect(writeCommentLines("the new layout", "Why")).toBe("-- Why      the new layout")
  })

  it("continues a long text under its beginning", () => {
    const lines = writeCommentLines("word ".repeat(40), "Locks").split("\n")
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines.slice(1)) expect(line).toMatch(/^-- {10}word/)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100)
  })

  it("says none for an empty text", () => {
    expect(writeCommentLines(" ", "Needs")).toBe("-- Needs    none")
  })

  it("leaves no line that ends in a hyphen", () => {
    const text = "a ".repeat(43) + "- then a very long continuation of the text -"
    for (const line of writeCommentLines(text, "Why").split("\n")) expect(line).not.toMatch(/-$/)
  })
})
