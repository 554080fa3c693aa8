import { describe, expect, it } from "vitest"
import { wheneverLeftOnContinue } from "../../src/lint/whenever-left-on-continue.ts"
import { linesBreaking, script } from "./lines-breaking.ts"

describe("OP741 whenever-left-on-continue", () => {
  it("fires on the CONTINUE that stays", () => {
    const text = script("WHENEVER SQLERROR EXIT 4", "WHENEVER SQLERROR CONTINUE", "DROP TABLE a;", "DROP TABLE b;")
    expect(linesBreaking(wheneverLeftOnContinue, text)).toEqual([2])
  })

  it("is silent when EXIT comes back, before a single change and without EXIT before", () => {
    const text = script(
      "WHENEVER SQLERROR EXIT 4",
      "WHENEVER SQLERROR CONTINUE",
      "DROP TABLE a;",
      "WHENEVER SQLERROR EXIT 4",
      "DROP TABLE b;",
      "DROP TABLE c;"
    )
    expect(linesBreaking(wheneverLeftOnContinue, text)).toEqual([])
  })

  it("is silent before a single change", () => {
    const text = script(
      "WHENEVER SQLERROR EXIT 4",
      "WHENEVER SQLERROR CONTINUE",
      "DROP TABLE a;",
      "SELECT 1 FROM dual;"
    )
    expect(linesBreaking(wheneverLeftOnContinue, text)).toEqual([])
  })

  it("is silent where nothing stopped before", () => {
    const text = script("WHENEVER SQLERROR CONTINUE", "DROP TABLE a;", "DROP TABLE b;")
    expect(linesBreaking(wheneverLeftOnContinue, text)).toEqual([])
  })
})
