import { describe, expect, it } from "vitest"
import { splitIdentifierPath } from "@orapart/sqlplus"

describe("splitIdentifierPath", () => {
  it("gives unquoted parts in upper case", () => {
    expect(splitIdentifierPath("app.orders")).toEqual({
      parts: [
        { name: "APP", isQuoted: false },
        { name: "ORDERS", isQuoted: false }
      ],
      link: null
    })
  })

  it("keeps a dot inside a quoted part", () => {
    expect(splitIdentifierPath('"App"."Order.Lines"')?.parts).toEqual([
      { name: "App", isQuoted: true },
      { name: "Order.Lines", isQuoted: true }
    ])
  })

  it("takes a database link apart from the name", () => {
    expect(splitIdentifierPath("orders@archive.world")).toEqual({
      parts: [{ name: "ORDERS", isQuoted: false }],
      link: "ARCHIVE.WORLD"
    })
  })

  it.each(["", "a.", ".a", "a b", "a..b", "'a'", '"open', '""', "a@", "a@b@c", "1a", "a;"])("refuses %j", (text) => {
    expect(splitIdentifierPath(text)).toBeNull()
  })
})
