import { describe, expect, it } from "vitest"
import { textAfterSemicolon } from "../../src/lint/text-after-semicolon.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP703 text-after-semicolon", () => {
  it("fires on a -- comment after the ;", () => {
    const text = script("COMMIT; -- done", "/")
    expect(linesBreaking(textAfterSemicolon, text)).toEqual([1])
  })

  it("fires on a block comment and on a second statement", () => {
    const text = script("COMMIT; /* done */", "/", "COMMIT; COMMIT;")
    expect(linesBreaking(textAfterSemicolon, text)).toEqual([1, 3])
  })

  it("is silent when the comment has its own line", () => {
    const text = script("-- done", "COMMIT;")
    expect(linesBreaking(textAfterSemicolon, text)).toEqual([])
  })

  it("is silent for ; inside a PL/SQL line", () => {
    const text = script("BEGIN NULL; END; -- done", "/")
    expect(linesBreaking(textAfterSemicolon, text)).toEqual([])
  })
})
