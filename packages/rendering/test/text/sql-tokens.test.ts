import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readSqlTokens } from "../../src/text/sql-tokens.ts"

const kinds = (sql: string) => readSqlTokens(sql).map((token) => `${token.kind}:${token.text}`)

describe("readSqlTokens", () => {
  it("tells literals, quoted names, comments, blanks and code apart", () => {
    expect(kinds(`UPPER("A b") -- c\n/*d*/'e'`)).toEqual([
      "code:UPPER",
      "code:(",
      'name:"A b"',
      "code:)",
      "blank: ",
      "comment:-- c\n",
      "comment:/*d*/",
      "literal:'e'"
    ])
  })

  it("reads the content of every form of literal", () => {
    const values = readSqlTokens("'it''s' N'x' q'[a'b]' nq'!c'd!'").flatMap((token) =>
      token.kind === "literal" ? [[token.value, token.isNational]] : []
    )
    expect(values).toEqual([
      ["it's", false],
      ["x", true],
      ["a'b", false],
      ["c'd", true]
    ])
  })

  it("takes a letter before a quote for the literal's only where a word begins", () => {
    expect(kinds("SEQ'x'")).toEqual(["code:SEQ", "literal:'x'"])
  })

  it("reads an open literal, name or comment to the end", () => {
    expect(kinds("'a b")).toEqual(["literal:'a b"])
    expect(kinds('"a b')).toEqual(['name:"a b'])
    expect(kinds("/* a")).toEqual(["comment:/* a"])
  })

  it("loses no character of any text", () => {
    const character = fc.constantFrom("a", "q", "n", "'", '"', "-", "/", "*", "[", "]", " ", "\n", "\u00e9", "1")
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 40 }).map((characters) => characters.join("")),
        (sql) => {
          expect(
            readSqlTokens(sql)
              .map((token) => token.text)
              .join("")
          ).toBe(sql)
        }
      )
    )
  })
})
