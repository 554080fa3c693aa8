import { describe, expect, it } from "vitest"
import { splitCalls } from "./split-calls.ts"

describe("a statement with calls of RAWTOHEX", () => {
  it("is judged with a name in their place, and each call as a query", () => {
    expect(splitCalls("SELECT RAWTOHEX(a)\n|| 'x' FROM t")).toEqual([
      "SELECT x          \n|| 'x' FROM t",
      "SELECT RAWTOHEX(a) FROM dual"
    ])
  })

  it("has inner calls apart from outer ones", () => {
    expect(splitCalls("f(RAWTOHEX(g(rawtohex(a), (b))))").map((part) => part.replace(/ +/g, " "))).toEqual([
      "f(x )",
      "SELECT rawtohex(a) FROM dual",
      "SELECT RAWTOHEX(g(x , (b))) FROM dual"
    ])
  })

  it("is left whole when the word stands in a literal, a quoted name or a comment", () => {
    const text = `SELECT 'RAWTOHEX(a)', "RAWTOHEX(b)" /* RAWTOHEX(c) */ FROM t`
    expect(splitCalls(text)).toEqual([text])
  })
})
