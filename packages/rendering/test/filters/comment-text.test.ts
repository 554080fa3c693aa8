import { describe, expect, it } from "vitest"
import { writeCommentText } from "../../src/filters/comment-text.ts"

describe("comment_text", () => {
  it("is one line without terminators and substitution", () => {
    expect(writeCommentText("first; second\r\n\tthird & fourth")).toBe("first, second third and fourth")
  })

  it("keeps runs of blanks, with which headers are set", () => {
    expect(writeCommentText("10  Create")).toBe("10  Create")
    expect(writeCommentText("10  Create;")).toBe("10  Create,")
  })

  it("does not end in a hyphen, which would continue the line", () => {
    expect(writeCommentText("a rule ---")).toBe("a rule --- .")
  })

  it("keeps characters beyond ASCII recognisable", () => {
    expect(writeCommentText("HR.GR\u00d6SSE \u2713")).toBe("HR.GR\\00D6SSE \\2713")
  })
})
