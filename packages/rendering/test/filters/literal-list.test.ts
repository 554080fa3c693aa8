import { describe, expect, it } from "vitest"
import { writeLiteralList } from "../../src/filters/literal-list.ts"

describe("literal_list", () => {
  it("writes constants for IN", () => {
    expect(writeLiteralList(["A", "B'C"])).toBe("'A', 'B''C'")
  })

  it("breaks before a line grows beyond 100 characters, and keeps every constant once and in order", () => {
    const names = Array.from({ length: 40 }, (_, position) => `CUSTOMER_COLUMN_${position}`)
    const lines = writeLiteralList(names, 9).split("\n")
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line.trim().length).toBeLessThanOrEqual(100)
    expect(lines.slice(1).every((line) => line.startsWith(" ".repeat(9) + "'"))).toBe(true)
    expect([...lines.join(" ").matchAll(/'(.*?)'/g)].map(([, name]) => name)).toEqual(names)
  })

  it("gives a constant that is longer than a line a line of its own", () => {
    expect(writeLiteralList(["A", "B".repeat(128), "C"], 2)).toBe(`'A',\n  '${"B".repeat(128)}',\n  'C'`)
  })

  it("refuses an empty list", () => {
    expect(() => writeLiteralList([])).toThrow("the list is empty")
  })
})
