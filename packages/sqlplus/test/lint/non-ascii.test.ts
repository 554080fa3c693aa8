import { describe, expect, it } from "vitest"
import { nonAscii } from "../../src/lint/non-ascii.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP709 non-ascii", () => {
  it("fires on letters outside ASCII", () => {
    const text = script("PROMPT caf\u00E9")
    expect(linesBreaking(nonAscii, text)).toEqual([1])
  })

  it("fires on a control character even when non-ASCII is allowed", () => {
    const text = script("PROMPT a\u0007b \u00E9")
    expect(linesBreaking(nonAscii, text, { allowNonAscii: true })).toEqual([1])
  })

  it("is silent on other letters when they are allowed", () => {
    const text = script("PROMPT \u00E9 x")
    expect(linesBreaking(nonAscii, text, { allowNonAscii: true })).toEqual([])
  })

  it("is silent where a comment names the character set to start with", () => {
    const text = script("-- set NLS_LANG=AMERICAN_AMERICA.AL32UTF8 before sqlplus", "PROMPT \u00E9", "PROMPT a\u0007")
    expect(linesBreaking(nonAscii, text)).toEqual([3])
  })

  it("is silent on printable ASCII", () => {
    const text = script("PROMPT ~!@$% a", "PROMPT\tb")
    expect(linesBreaking(nonAscii, text)).toEqual([])
  })
})
