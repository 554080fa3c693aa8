import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { compareLines } from "../../src/sql/compare-lines.ts"
import { monthly } from "../strategy-input.ts"

const lines = compareLines(
  tableModel({ columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", "NOTE CLOB"], partitioning: monthly() }),
  "HR.ORDERS",
  "HR.ORDERS_OLD"
)

const sides = lines.join("\n").split("UNION ALL")

describe("compareLines", () => {
  it("counts the parts in which row counts or sums differ", () => {
    expect(lines[0]).toBe("SELECT COUNT(*)")
    expect(lines).toContain("HAVING SUM(side) <> 0 OR SUM(side * row_hash) <> 0")
    expect(lines).toContain(" GROUP BY slot")
  })

  it("reads one table with plus and the other with minus", () => {
    expect(sides).toHaveLength(2)
    expect(sides[0]).toContain("SELECT 1 AS side")
    expect(sides[0]).toMatch(/FROM HR\.ORDERS t\s/)
    expect(sides[1]).toContain("SELECT -1 AS side")
    expect(sides[1]).toContain("FROM HR.ORDERS_OLD t")
  })

  it("uses the same expressions on both sides", () => {
    const expression = (side = ""): string => side.slice(side.indexOf("AS side"), side.lastIndexOf("FROM HR."))
    expect(expression(sides[0]).length).toBeGreaterThan(100)
    expect(expression(sides[0])).toBe(expression(sides[1]))
  })

  it("closes every parenthesis and names the hash once per side", () => {
    const text = lines.join("\n")
    expect(text.split("(").length).toBe(text.split(")").length)
    expect(text.match(/ AS row_hash$/gmu)).toHaveLength(2)
    expect(text.match(/ AS slot,$/gmu)).toHaveLength(2)
  })
})
