import type { ColumnModel } from "@orapart/contract"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isComparable, rowHashLines } from "../src/row-hash.ts"
import { column } from "./builders.ts"

const numbers = (count: number): ReadonlyArray<ColumnModel> =>
  Array.from({ length: count }, (_, place) => column(`C${place + 1}`, "NUMBER"))

const textOf = (columns: ReadonlyArray<ColumnModel>): string => rowHashLines(columns, "t").join("\n")

const comparable = [
  "NUMBER",
  "FLOAT",
  "BINARY_DOUBLE",
  "DATE",
  "TIMESTAMP(6)",
  "TIMESTAMP(6) WITH TIME ZONE",
  "TIMESTAMP(6) WITH LOCAL TIME ZONE",
  "INTERVAL DAY(2) TO SECOND(6)",
  "VARCHAR2",
  "CHAR",
  "NVARCHAR2",
  "RAW",
  "ROWID",
  "UROWID",
  "CLOB",
  "NCLOB",
  "BLOB"
]

describe("isComparable", () => {
  it.each(comparable)("is true of %s", (dataType) => {
    expect(isComparable(column("A", dataType))).toBe(true)
  })

  it.each(["LONG", "LONG RAW", "BFILE", "XMLTYPE", "JSON", "VECTOR", "BOOLEAN", "QUBIT"])(
    "is false of %s",
    (dataType) => {
      expect(isComparable(column("A", dataType))).toBe(false)
    }
  )

  it("is false of object types, whatever their name", () => {
    expect(isComparable(column("A", "NUMBER", { dataTypeOwner: "HR" }))).toBe(false)
  })
})

describe("rowHashLines", () => {
  it("hashes each value, then the row, into a number of 60 bits", () => {
    expect(rowHashLines([column("A", "NUMBER"), column("Mixed Name", "DATE")], "t")).toEqual([
      "TO_NUMBER(SUBSTR(RAWTOHEX(STANDARD_HASH(",
      "     RAWTOHEX(STANDARD_HASH(t.A, 'MD5'))",
      `  || RAWTOHEX(STANDARD_HASH(t."Mixed Name", 'MD5'))`,
      ", 'MD5')), 1, 15), 'XXXXXXXXXXXXXXX')"
    ])
  })

  it("reads under the alias given", () => {
    expect(rowHashLines([column("A", "NUMBER")], "s")[1]).toContain("s.A")
  })

  it("keeps the columns in the order given", () => {
    const [first, second] = [
      textOf([column("A", "NUMBER"), column("B", "NUMBER")]),
      textOf([column("B", "NUMBER"), column("A", "NUMBER")])
    ]
    expect(first).not.toBe(second)
    expect(first.indexOf("t.A")).toBeLessThan(first.indexOf("t.B"))
  })

  it("reads a BLOB in pieces of 2,000 bytes, each hashed with its place and with the length", () => {
    const text = textOf([column("DOC", "BLOB")])
    expect(text).toContain("DBMS_LOB.SUBSTR(t.DOC, 2000, (LEVEL - 1) * 2000 + 1)")
    expect(text).toContain("CONNECT BY LEVEL <= CEIL(DBMS_LOB.GETLENGTH(t.DOC) / 2000)")
    expect(text).toContain("STANDARD_HASH(LEVEL || ':'")
    expect(text).toContain("DBMS_LOB.GETLENGTH(t.DOC) || ':'")
    // A piece of 2,000 bytes as hexadecimal text would be 4,000 characters beside its place: it is hashed first.
    expect(text).toMatch(/\|\| RAWTOHEX\(STANDARD_HASH\(DBMS_LOB\.SUBSTR/u)
  })

  it.each(["CLOB", "NCLOB"])("reads a %s in pieces of 900 characters, at most 3,600 bytes", (dataType) => {
    const text = textOf([column("DOC", dataType)])
    expect(text).toContain("DBMS_LOB.SUBSTR(t.DOC, 900, (LEVEL - 1) * 900 + 1)")
    expect(text).toContain("CEIL(DBMS_LOB.GETLENGTH(t.DOC) / 900)")
  })

  it("tells an absent LOB from an empty one", () => {
    expect(textOf([column("DOC", "CLOB")])).toContain("CASE WHEN t.DOC IS NOT NULL THEN DBMS_LOB.GETLENGTH(t.DOC)")
  })

  it("joins up to 100 digests at once: 3,200 of 4,000 bytes (ORA-01489)", () => {
    expect(textOf(numbers(100)).match(/STANDARD_HASH\(/gu)).toHaveLength(101)
    expect(rowHashLines(numbers(100), "t")[1]).toBe("     RAWTOHEX(STANDARD_HASH(t.C1, 'MD5'))")
  })

  it("hashes groups of 100 first when there are more", () => {
    const lines = rowHashLines(numbers(250), "t")
    const heads = lines.filter((line) => line.trimEnd().endsWith("RAWTOHEX(STANDARD_HASH("))
    // The row's own and one per group.
    expect(heads).toHaveLength(1 + 3)
    expect(lines.join("\n").match(/STANDARD_HASH\(/gu)).toHaveLength(1 + 3 + 250)
    const groups = lines
      .join("\n")
      .split(/RAWTOHEX\(STANDARD_HASH\(\n/u)
      .slice(2)
    expect(groups.map((group) => group.match(/STANDARD_HASH\(/gu)?.length)).toEqual([100, 100, 50])
  })

  it("puts one column more than a group into a group of its own", () => {
    const text = textOf(numbers(101))
    const last = text.split(/RAWTOHEX\(STANDARD_HASH\(\n/u).at(-1)
    expect(last).toContain("t.C101,")
    expect(last).not.toContain("t.C100,")
  })

  it("names every column once or more, closes what it opens, and joins all digests", () => {
    const anyColumn = fc
      .record({ name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_ ]{0,11}$/u), dataType: fc.constantFrom(...comparable) })
      .map(({ name, dataType }) => column(name, dataType))
    const anyColumns = fc.uniqueArray(anyColumn, { minLength: 1, maxLength: 220, selector: ({ name }) => name })
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const text = textOf(columns)
        for (const { name } of columns) expect(text).toMatch(new RegExp(`t\\.(?:${name}|"${name}")[,) ]`, "u"))
        expect(text.split("(").length).toBe(text.split(")").length)
        expect(
          text.split("\n").filter((line) => /^ +\|\| RAWTOHEX/u.test(line) && !line.includes("LEVEL")).length
        ).toBeGreaterThanOrEqual(columns.length - Math.ceil(columns.length / 100))
      })
    )
  })
})
