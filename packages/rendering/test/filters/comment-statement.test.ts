import { describe, expect, it } from "vitest"
import { writeCommentStatement } from "../../src/filters/comment-statement.ts"

describe("comment_statement", () => {
  it("is a plain statement where the comment fits a literal", () => {
    expect(writeCommentStatement("TABLE HR.ORDERS", "Bob's orders; all")).toBe(
      "COMMENT ON TABLE HR.ORDERS IS 'Bob''s orders; all';"
    )
  })

  it("goes through EXECUTE IMMEDIATE where the comment has line breaks, because COMMENT ON takes no expression (ORA-01780)", () => {
    expect(writeCommentStatement("TABLE HR.ORDERS", "a\n/\nb's")).toBe(
      "BEGIN\n  EXECUTE IMMEDIATE q'~COMMENT ON TABLE HR.ORDERS IS 'a~'\n  || CHR(10) || '/'\n  || CHR(10) || q'~b''s'~';\nEND;\n/"
    )
  })
})
