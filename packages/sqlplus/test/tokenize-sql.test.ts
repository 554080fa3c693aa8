import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { tokenizeSql } from "@orapart/sqlplus"

const kinds = (text: string) => tokenizeSql(text).map((token) => [token.kind, token.value])

describe("tokenizeSql", () => {
  it("gives words in upper case and keeps them as written in text", () => {
    expect(tokenizeSql("select Sys_id$").map((token) => [token.text, token.value])).toEqual([
      ["select", "SELECT"],
      ["Sys_id$", "SYS_ID$"]
    ])
  })

  it("keeps case, blanks and dots of quoted identifiers", () => {
    expect(kinds('"Order.Lines x"')).toEqual([["quoted-identifier", "Order.Lines x"]])
  })

  it("makes doubled quotes of a literal single", () => {
    expect(kinds("'it''s'")).toEqual([["literal", "it's"]])
    expect(kinds("''''")).toEqual([["literal", "'"]])
  })

  it.each([
    ["q'[it's]'", "it's"],
    ["Q'{a}b}'", "a}b"],
    ["nq'<x>'", "x"],
    ["q'(a)'", "a"],
    ["q'~DROP 'x'~'", "DROP 'x'"],
    ["q'!a'!'", "a'"],
    ["N'nat'", "nat"]
  ])("reads %s as one literal", (text, value) => {
    expect(tokenizeSql(text)).toMatchObject([{ kind: "literal", text, value, isClosed: true }])
  })

  it("does not take the end of a word for the prefix of a literal", () => {
    expect(kinds("seq'a'")).toEqual([
      ["word", "SEQ"],
      ["literal", "a"]
    ])
  })

  it.each(["1", "1.5", ".5", "1e10", "1.5E-3", "10f", "2.D"])("reads %s as one number", (text) => {
    expect(kinds(text)).toEqual([["number", text]])
  })

  it("reads a PL/SQL range as two numbers", () => {
    expect(kinds("1..10")).toEqual([
      ["number", "1"],
      ["operator", ".."],
      ["number", "10"]
    ])
  })

  it("gives comments and hints as tokens", () => {
    expect(kinds("/*+ append */ -- 'x\n1")).toEqual([
      ["comment", "/*+ append */"],
      ["comment", "-- 'x"],
      ["number", "1"]
    ])
  })

  it("keeps two-character operators together", () => {
    expect(kinds("a:=b||c=>d<<>>!=").flatMap(([kind, value]) => (kind === "operator" ? [value] : []))).toEqual([
      ":=",
      "||",
      "=>",
      "<<",
      ">>",
      "!="
    ])
  })

  it.each(["'open", "q'[open]", '"open', "/* open"])("says that %s is not closed", (text) => {
    expect(tokenizeSql(text)).toMatchObject([{ isClosed: false, end: text.length }])
  })

  it("counts lines across literals and comments", () => {
    expect(tokenizeSql("a\n'x\ny' /*\n*/ b").map((token) => token.line)).toEqual([1, 2, 3, 4])
  })

  it("covers every visible character of any text by exactly one token, in order", () => {
    const piece = fc.constantFrom(
      "a",
      "'",
      '"',
      "q'[",
      "]'",
      "--",
      "/*",
      "*/",
      "\n",
      " ",
      ";",
      "1",
      ".",
      "é",
      "😀",
      "N'"
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("")
        let end = 0
        for (const token of tokenizeSql(text)) {
          expect(text.slice(end, token.start).trim()).toBe("")
          expect(token.text).toBe(text.slice(token.start, token.end))
          expect(token.line).toBe(text.slice(0, token.start).split("\n").length)
          end = token.end
        }
        expect(text.slice(end).trim()).toBe("")
      })
    )
  })
})
