// Oracle's words: what is one token, what is none, and where it goes wrong.
import { describe, expect, it } from "vitest"
import type { Token } from "../../src/sql/lex/token.ts"
import { tokenize } from "../../src/sql/lex/tokenize.ts"

const lex = (text: string, nameLimitBytes = 128): ReadonlyArray<Token> =>
  tokenize(text, { nameLimitBytes }).filter(({ kind }) => kind !== "end")

const brief = (text: string): ReadonlyArray<string> => lex(text).map(({ kind, value }) => `${kind} ${value}`)

const errorOf = (text: string, nameLimitBytes = 128): readonly [number | null, number] | null => {
  const found = lex(text, nameLimitBytes).find(({ kind }) => kind === "error")
  return found === undefined ? null : [found.error, found.start]
}

describe("tokenize", () => {
  it("folds words to upper case and keeps quoted names", () => {
    expect(brief('Emp_1$# "Emp 1" straße')).toEqual(["word EMP_1$#", "quoted Emp 1", "word STRASSE"])
  })

  it("reads numbers with exponents and suffixes, and leaves a range alone", () => {
    expect(brief("1 1.5 .5 5. 1e5 1.5E-3")).toEqual([
      "number 1",
      "number 1.5",
      "number .5",
      "number 5.",
      "number 1e5",
      "number 1.5E-3"
    ])
    expect(brief("1..3")).toEqual(["number 1", "operator ..", "number 3"])
    expect(lex("1.5f 2D 3days").map(({ value, suffix }) => [value, suffix])).toEqual([
      ["1.5", "f"],
      ["2", "d"],
      ["3", null],
      ["DAYS", null]
    ])
    expect(brief("1e 2")).toEqual(["number 1", "word E", "number 2"])
  })

  it("reads literals in all forms", () => {
    expect(brief("'it''s' q'[a'b]' Q'{x}' q'!y!' N'z' nq'<w>' ''")).toEqual([
      "string it's",
      "string a'b",
      "string x",
      "string y",
      "national-string z",
      "national-string w",
      "string "
    ])
  })

  it("reads binds by name, number and in quotes", () => {
    expect(lex(':a :1 :"X y" a:=:b').map(({ kind, value, bindIndex }) => [kind, value, bindIndex])).toEqual([
      ["bind", "A", 0],
      ["bind", "1", 1],
      ["bind", "X y", 2],
      ["word", "A", -1],
      ["operator", ":=", -1],
      ["bind", "B", 3]
    ])
  })

  it("unites the spellings of unequal", () => {
    expect(brief("a <> b != c ^= d ~= e")).toEqual([
      "word A",
      "operator <>",
      "word B",
      "operator <>",
      "word C",
      "operator <>",
      "word D",
      "operator <>",
      "word E"
    ])
  })

  it("skips comments and hangs a hint on the keyword before it", () => {
    const [select, value] = lex("SELECT /*+ FULL(t) */ /* x */ 1 -- end")
    expect(select?.hint?.text).toBe("FULL(t)")
    expect(value?.hint).toBeNull()
    expect(lex("SELECT --+ ALL_ROWS\n 1")[0]?.hint?.text).toBe("ALL_ROWS")
    expect(lex("SELECT 1, /*+ FULL(t) */ 2").every(({ hint }) => hint === null)).toBe(true)
    expect(lex("SELECT /* no */ /*+ FULL(t) */ 1")[0]?.hint?.text).toBe("FULL(t)")
  })

  it("gives offsets of the text as written", () => {
    expect(lex("  a  'b'  ").map(({ start, end }) => [start, end])).toEqual([
      [2, 3],
      [5, 8]
    ])
  })

  it.for([
    ["an open literal", "SELECT 'abc", 1756, 7],
    ["an open q literal", "SELECT q'[abc'", 1756, 7],
    ["an open name", 'SELECT "abc', 1740, 7],
    ["an empty name", 'SELECT ""', 1741, 7],
    ["an open comment", "SELECT 1 /* x", 1742, 9],
    ["a character that no statement has", "SELECT ?", 911, 7],
    ["a name that begins with an underscore", "SELECT _a", 911, 7],
    ["a reserved word as a bind", "SELECT :number", 1745, 7],
    ["a colon alone", "SELECT : ", 1745, 7]
  ] as const)("reports %s", ([, text, code, offset]) => {
    expect(errorOf(text)).toEqual([code, offset])
  })

  it("counts the length of names in bytes", () => {
    expect(errorOf("a".repeat(128))).toBeNull()
    expect(errorOf("a".repeat(129))).toEqual([972, 0])
    expect(errorOf("a".repeat(31), 30)).toEqual([972, 0])
    expect(errorOf(`"${"ü".repeat(64)}"`)).toBeNull()
    expect(errorOf(`"${"ü".repeat(65)}"`)).toEqual([972, 0])
  })
})
