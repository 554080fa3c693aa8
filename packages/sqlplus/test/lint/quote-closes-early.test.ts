import { describe, expect, it } from "vitest"
import { quoteClosesEarly } from "../../src/lint/quote-closes-early.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP734 quote-closes-early", () => {
  it("fires where text follows the early end", () => {
    const text = script("SELECT q'[a['x']'s]' FROM dual;")
    expect(linesBreaking(quoteClosesEarly, text)).toEqual([1])
  })

  it("fires on the line of the literal in a block", () => {
    const text = script("BEGIN", "  x := q'{a}'b}';", "END;", "/")
    expect(linesBreaking(quoteClosesEarly, text)).toEqual([2])
  })

  it("is silent on literals that end where they should", () => {
    const text = script("SELECT q'[it's]' || q'(a)' || q'{b}', nq'!c!' FROM dual WHERE f(q'<d>')=1;")
    expect(linesBreaking(quoteClosesEarly, text)).toEqual([])
  })

  it("is silent on brackets inside another delimiter", () => {
    const text = script("SELECT q'~a['x']~' FROM dual;")
    expect(linesBreaking(quoteClosesEarly, text)).toEqual([])
  })
})
