import { describe, expect, it } from "vitest"
import { semicolonInLiteralOrComment } from "../../src/lint/semicolon-in-literal-or-comment.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP707 semicolon-in-literal-or-comment", () => {
  it("fires on a literal whose line ends in ;", () => {
    const text = script("INSERT INTO t VALUES ('a;", "b');")
    expect(linesBreaking(semicolonInLiteralOrComment, text)).toEqual([1])
  })

  it("fires on a comment inside SQL that ends in ;", () => {
    const text = script("SELECT 1", "-- FROM x;", "FROM dual;")
    expect(linesBreaking(semicolonInLiteralOrComment, text)).toEqual([2])
  })

  it("is silent when the ; stands elsewhere in the literal", () => {
    const text = script("INSERT INTO t VALUES ('a;b');", "-- x;", "COMMIT;")
    expect(linesBreaking(semicolonInLiteralOrComment, text)).toEqual([])
  })

  it("is silent inside PL/SQL", () => {
    const text = script("BEGIN", "  -- x;", "  x := 'a;", "b';", "END;", "/")
    expect(linesBreaking(semicolonInLiteralOrComment, text)).toEqual([])
  })
})
