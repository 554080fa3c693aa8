import { column, tableModel } from "@orapart/testkit/builders"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { positionsExhausted } from "../../src/checks/positions-exhausted.ts"
import { askCheck } from "../ask-check.ts"

const dates = (low: string | null, high: string | null) =>
  tableModel({
    columns: ["ORDER_ID NUMBER NOT NULL", column("ORDER_DATE DATE NOT NULL", { statistics: { low, high } })]
  })

const numbers = (low: string, high: string) =>
  tableModel({
    columns: ["ORDER_ID NUMBER NOT NULL", column("ORDER_DATE NUMBER NOT NULL", { statistics: { low, high } })]
  })

const ask = (
  target: { readonly [key: string]: unknown },
  source = dates("2024-01-01 00:00:00", "2024-01-31 00:00:00")
) =>
  askCheck(positionsExhausted, {
    source,
    table: { target_configuration: { initial_partition_value: "DATE '2024-01-01'", ...target } }
  })

describe("OP136 positions-exhausted", () => {
  it("says nothing of a monthly table with 16 subpartitions", () => {
    expect(ask({ interval_type: "MONTH", subpartition_count: 16 })).toEqual([])
  })

  it("kills DAY with 32 subpartitions from 1900 on in September 1989", () => {
    const [finding] = ask({ initial_partition_value: "DATE '1900-01-01'", subpartition_count: 32 })
    expect(finding).toMatchObject({
      code: "OP136",
      severity: "error",
      path: "/tables/0/target_configuration/interval_type"
    })
    expect(finding?.evidence["firstKeyRefused"]).toMatch(/^1989-09-/)
    expect(finding?.what).toContain("ORA-14300")
    expect(finding?.advice).toContain("a first bound near the smallest key")
  })

  it("refuses a daily layout that ends within 20 years and warns within 50", () => {
    expect(ask({ subpartition_count: 256 })[0]).toMatchObject({
      severity: "error",
      evidence: { years: 11.1, requiredYears: 20 }
    })
    expect(ask({ subpartition_count: 64 })[0]).toMatchObject({ severity: "warning", evidence: { years: 44.8 } })
    expect(ask({ subpartition_count: 32 })).toEqual([])
  })

  it("asks five years of a layout cut by the hour or minute, which nobody keeps for twenty", () => {
    expect(ask({ interval_type: "HOUR", subpartition_count: 16 })[0]).toMatchObject({
      severity: "warning",
      evidence: { years: 7.4, requiredYears: 5 }
    })
    expect(ask({ interval_type: "HOUR", subpartition_count: 32 })[0]).toMatchObject({ severity: "error" })
    expect(ask({ interval_type: "MINUTE", subpartition_count: 8 })[0]).toMatchObject({ severity: "error" })
  })

  it("names fewer subpartitions and a longer unit as ways out", () => {
    const advice = ask({ subpartition_count: 256 })[0]?.advice
    expect(advice).toContain('"subpartition_count": 128')
    expect(advice).toContain('"interval_type": "WEEK" (78 years from the first bound)')
  })

  it("reckons with the first bound while the largest key is unknown", () => {
    expect(ask({ subpartition_count: 256 }, dates(null, null))[0]).toMatchObject({ severity: "error" })
  })

  it("suspects a date far ahead of being a marker", () => {
    const [finding] = ask({ subpartition_count: 8 }, dates("2024-01-01 00:00:00", "4712-12-31 00:00:00"))
    expect(finding?.severity).toBe("error")
    expect(finding?.advice).toContain("4712-12-31")
  })

  it("knows no years for a number key, only how much is used", () => {
    const target = { interval_type: "NUMBER", interval_value: 100, initial_partition_value: 0, subpartition_count: 8 }
    expect(ask(target, numbers("0", "1000000"))).toEqual([])
    expect(ask(target, numbers("0", "9000000"))[0]).toMatchObject({
      severity: "warning",
      what: expect.stringContaining("69 %") as string
    })
    expect(ask(target, numbers("0", "99999999"))[0]).toMatchObject({ severity: "error" })
  })

  it("never calls a layout with fewer subpartitions worse", () => {
    const rank = { error: 2, warning: 1, info: 0 }
    const badness = (subpartition_count: number, interval_type: string): number => {
      const [finding] = ask({ subpartition_count, interval_type })
      return finding === undefined ? 0 : rank[finding.severity]
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("MINUTE", "HOUR", "DAY", "WEEK", "MONTH"),
        (power, unit) => {
          expect(badness(2 ** (power - 1), unit)).toBeLessThanOrEqual(badness(2 ** power, unit))
        }
      )
    )
  })
})
