import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  describeIdentifierProblem,
  isPlainIdentifier,
  nameBytes,
  nameLimitBytes,
  qualifyName,
  quoteIdentifier,
  reservedWords,
  shortenName
} from "../src/identifiers.ts"

describe("isPlainIdentifier", () => {
  it.each(["ORDERS", "A", "T$1", "LOG#2", "X_Y_9"])("takes %s without quotes", (name) => {
    expect(isPlainIdentifier(name)).toBe(true)
  })

  it.each([
    "orders",
    "Orders",
    "1ST",
    "_X",
    "$T",
    "A B",
    "A-B",
    "A.B",
    "KÄSE",
    "TABLE",
    "ORDER",
    "SIZE",
    "LEVEL",
    "COMMENT",
    ""
  ])("asks quotes for %j", (name) => {
    expect(isPlainIdentifier(name)).toBe(false)
  })
})

describe("quoteIdentifier", () => {
  it.each([
    ["ORDERS", "ORDERS"],
    ["T$1", "T$1"],
    ["LOG#2", "LOG#2"],
    ["Mixed Case", '"Mixed Case"'],
    ["orders", '"orders"'],
    ["SELECT", '"SELECT"'],
    ["KÄSE", '"KÄSE"'],
    ["表", '"表"'],
    ["A;B", '"A;B"']
  ])("writes %s as %s", (name, expected) => {
    expect(quoteIdentifier(name)).toBe(expected)
  })

  it("lets no name end its own quotes", () => {
    expect(quoteIdentifier('A" DROP')).toBe('"A"" DROP"')
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        const quoted = quoteIdentifier(name)
        return quoted === name || /^"(?:[^"]|"")*"$/s.test(quoted)
      })
    )
  })

  it("keeps a name of 128 bytes whole", () => {
    const name = "x".repeat(128)
    expect(quoteIdentifier(name)).toBe(`"${name}"`)
  })
})

describe("qualifyName", () => {
  it("quotes each part by itself", () => {
    expect(qualifyName("HR", "ORDERS")).toBe("HR.ORDERS")
    expect(qualifyName("hr", "ORDERS")).toBe('"hr".ORDERS')
    expect(qualifyName("HR", "Order Lines")).toBe('HR."Order Lines"')
  })
})

describe("reservedWords", () => {
  it("holds Oracle's words and no empty one", () => {
    for (const word of ["SELECT", "TABLE", "DATE", "NUMBER", "ROWID", "UID", "MLSLABEL", "BEGIN", "SYSTIMESTAMP"]) {
      expect(reservedWords.has(word), word).toBe(true)
    }
    expect(reservedWords.has("")).toBe(false)
    expect(reservedWords.has("STATUS")).toBe(false)
  })
})

describe("nameLimitBytes", () => {
  it.each([
    [null, 30],
    [{ version: null, compatible: null }, 30],
    [{ version: { major: 12, minor: 1 }, compatible: "12.1.0.2" }, 30],
    [{ version: { major: 12, minor: 2 }, compatible: "12.2.0" }, 128],
    [{ version: { major: 19, minor: 0 }, compatible: "19.0.0" }, 128],
    [{ version: { major: 19, minor: 0 }, compatible: "12.1.0.2" }, 30],
    [{ version: { major: 19, minor: 0 }, compatible: "11.2.0.4.0" }, 30],
    [{ version: { major: 19, minor: 0 }, compatible: null }, 30],
    [{ version: null, compatible: "19.0.0" }, 30],
    [{ version: { major: 23, minor: 0 }, compatible: "23" }, 128]
  ] as const)("of %j is %i", (database, expected) => {
    expect(nameLimitBytes(database)).toBe(expected)
  })
})

describe("nameBytes", () => {
  it("counts UTF-8 bytes, not characters", () => {
    expect(nameBytes("ABC")).toBe(3)
    expect(nameBytes("KÄSE")).toBe(5)
    expect(nameBytes("表")).toBe(3)
    expect(nameBytes("😀")).toBe(4)
  })

  it("agrees with the encoder on every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => nameBytes(text) === new TextEncoder().encode(text).length)
    )
  })
})

describe("describeIdentifierProblem", () => {
  it("has nothing to say about a name that fits exactly", () => {
    expect(describeIdentifierProblem("A".repeat(30), 30)).toBeNull()
    expect(describeIdentifierProblem("Ä".repeat(15), 30)).toBeNull()
  })

  it("names length and limit in bytes", () => {
    expect(describeIdentifierProblem("Ä".repeat(16), 30)).toBe(
      "is 32 bytes long, 2 more than the 30 allowed here (ORA-00972)"
    )
  })

  it.each([
    ["", /empty/],
    ['A"B', /double quote/],
    ["A\0B", /NUL/],
    ["A\nB", /line break/],
    ["A\tB", /control character/],
    ["A\u0007B", /control character/],
    ["A\u0085B", /control character/]
  ])("refuses %j", (name, reason) => {
    expect(describeIdentifierProblem(name, 128)).toMatch(reason)
  })
})

describe("shortenName", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200, size: "max" })
  const limit = fc.constantFrom(30, 128)

  it("leaves a name alone that fits", () => {
    expect(shortenName("ORDERS_PK_INT", 30)).toBe("ORDERS_PK_INT")
    expect(shortenName("A".repeat(30), 30)).toBe("A".repeat(30))
  })

  it("keeps the beginning, the limit and a plain name plain", () => {
    const short = shortenName("CUSTOMER_ORDER_LINE_STATUS_HISTORY_PK", 30)
    expect(short).toMatch(/^CUSTOMER_ORDER_LINE_STA_[0-9A-F]{6}$/)
    expect(nameBytes(short)).toBe(30)
    expect(isPlainIdentifier(short)).toBe(true)
  })

  it("never exceeds the limit and never cuts inside a character", () => {
    fc.assert(
      fc.property(name, limit, (text, bytes) => {
        const short = shortenName(text, bytes)
        const decoded = new TextDecoder("utf-8", { fatal: true }).decode(new TextEncoder().encode(short))
        const kept = short === text ? short : short.slice(0, -7)
        const isWhole = text.includes("\ufffd") || !kept.includes("\ufffd")
        return nameBytes(short) <= bytes && decoded === short && text.startsWith(kept) && isWhole
      })
    )
    expect(shortenName("表".repeat(11), 30)).toMatch(/^表{7}_[0-9A-F]{6}$/)
  })

  it("keeps different names different, also those that share their beginning", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 2, maxLength: 50, size: "max" }),
        limit,
        (tails, bytes) => {
          const names = tails.map((tail) => `${"LONG_COMMON_BEGINNING_".repeat(8)}${tail}`)
          return new Set(names.map((text) => shortenName(text, bytes))).size === names.length
        }
      )
    )
  })
})
