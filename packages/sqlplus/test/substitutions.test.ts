import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findSubstitutions, substitute } from "@orapart/sqlplus"

const values = new Map([
  ["V", "ORDERS"],
  ["1", "first"]
])

describe("findSubstitutions", () => {
  it("finds &v, &&v and &v. with their names in upper case", () => {
    expect(findSubstitutions("&v &&w &x.y", { define: "&" })).toMatchObject([
      { name: "V", isKept: false, start: 0, end: 2 },
      { name: "W", isKept: true, start: 3, end: 6 },
      { name: "X", isKept: false, start: 7, end: 10 }
    ])
  })

  it("finds nothing when DEFINE is off, not even &1", () => {
    expect(findSubstitutions("&v &1", { define: null })).toEqual([])
  })

  it("finds variables in literals, comments and quoted names, and says where", () => {
    const found = findSubstitutions(`SELECT '&a' "&b" &c -- &d\n/* &e */`, { define: "&" })
    expect(found.map(({ name, place, line }) => [name, place, line])).toEqual([
      ["A", "literal", 1],
      ["B", "quoted-identifier", 1],
      ["C", "code", 1],
      ["D", "comment", 1],
      ["E", "comment", 2]
    ])
  })

  it("skips blanks before the name, as SQL*Plus does with 'Marks & Spencer'", () => {
    expect(findSubstitutions("'Marks & Spencer'", { define: "&" })).toMatchObject([
      { name: "SPENCER", hasBlanks: true }
    ])
  })

  it("takes an & without a name for a character", () => {
    expect(findSubstitutions("'&' || '& '", { define: "&" })).toEqual([])
  })

  it("follows another define character and an escape character", () => {
    expect(findSubstitutions("^a &b", { define: "^" }).map(({ name }) => name)).toEqual(["A"])
    expect(findSubstitutions("\\&a &b", { define: "&", escape: "\\" }).map(({ name }) => name)).toEqual(["B"])
  })
})

describe("substitute", () => {
  it("puts values in and drops the concat character", () => {
    expect(substitute("&v._INT @@&v..sql &1", { define: "&", values }).text).toBe("ORDERS_INT @@ORDERS.sql first")
  })

  it("keeps the concat character when SET CONCAT is off", () => {
    expect(substitute("&v.x", { define: "&", concat: null, values }).text).toBe("ORDERS.x")
  })

  it("names each missing variable once and leaves its places as written", () => {
    expect(substitute("&a &v &a &&b", { define: "&", values })).toEqual({
      text: "&a ORDERS &a &&b",
      missing: ["A", "B"]
    })
  })

  it("drops the escape character and keeps the &", () => {
    expect(substitute("R\\&D of &v", { define: "&", escape: "\\", values }).text).toBe("R&D of ORDERS")
  })

  it("changes nothing when DEFINE is off", () => {
    expect(substitute("&v", { define: null, values })).toEqual({ text: "&v", missing: [] })
  })

  it("replaces exactly what findSubstitutions finds, in any text", () => {
    const piece = fc.constantFrom("&", "v", "1", ".", " ", "'", "\\", "\n", "x", "--")
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("")
        const settings = { define: "&" }
        const found = findSubstitutions(text, settings)
        const blank = new Map(found.map(({ name }) => [name, ""] as const))
        const removed = found
          .toReversed()
          .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
        expect(substitute(text, { ...settings, values: blank })).toEqual({ text: removed, missing: [] })
      })
    )
  })
})
