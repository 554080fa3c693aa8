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

  it("calls a key at the first refused bound past it, and one before it not", () => {
    const layout = { initial_partition_value: "DATE '2020-01-01'", subpartition_count: 1024 }
    const end = ask(layout, dates(null, null))[0]?.evidence["firstKeyRefused"]
    // Position 1,023 of 1,024 subpartitions is the last: 1,022 days after the first bound.
    expect(end).toBe("2022-10-19")
    expect(ask(layout, dates("2020-01-01 00:00:00", "2022-10-19 00:00:00"))[0]?.what).toMatch(
      /^Rows of HR.ORDERS go up to 2022-10-19/
    )
    expect(ask(layout, dates("2020-01-01 00:00:00", "2022-10-18 23:59:59"))[0]?.what).toMatch(
      /^HR.ORDERS would take no keys from 2022-10-19 on/
    )
  })

  it("speaks of number keys from half the positions on", () => {
    const target = {
      interval_type: "NUMBER",
      interval_value: 1,
      initial_partition_value: 0,
      subpartition_type: "NONE",
      subpartition_count: undefined,
      subpartition_column: undefined
    }
    // Position of key n is n + 2: the first bound's partition, and the slot that begins at 0.
    expect(ask(target, numbers("0", "524285"))).toEqual([])
    expect(ask(target, numbers("0", "524286"))[0]?.what).toContain("use 50 %")
  })

  it("says what it is without subpartitions", () => {
    const plain = { subpartition_type: "NONE", subpartition_column: undefined, subpartition_count: undefined }
    expect(ask({ ...plain, interval_type: "MINUTE" })[0]?.what).toContain("interval MINUTE without subpartitions")
  })

  it("proposes only what solves it: fewer subpartitions or a longer unit leave no error behind", () => {
    const proposal = (advice: string): { readonly [key: string]: unknown } => {
      const count = /"subpartition_count": (\d+)/.exec(advice)?.[1]
      const unit = /"interval_type": "(\w+)"/.exec(advice)?.[1]
      return {
        ...(count === undefined ? {} : { subpartition_count: Number(count) }),
        ...(unit === undefined ? {} : { interval_type: unit })
      }
    }
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1024 }),
        fc.constantFrom("MINUTE", "HOUR", "DAY", "WEEK"),
        fc.integer({ min: 1900, max: 2023 }),
        fc.integer({ min: 2024, max: 2080 }),
        (subpartition_count, interval_type, first, last) => {
          const source = dates("2023-06-01 00:00:00", `${last}-01-01 00:00:00`)
          const target = { subpartition_count, interval_type, initial_partition_value: `DATE '${first}-01-01'` }
          const [before] = ask(target, source)
          for (const [key, value] of Object.entries(proposal(before?.advice ?? ""))) {
            const [after] = ask({ ...target, [key]: value }, source)
            expect([key, value, after?.severity]).not.toEqual([key, value, "error"])
            if (before?.severity === "warning") expect(after).toBeUndefined()
          }
        }
      ),
      { numRuns: 400 }
    )
  })

  it("proposes the largest power of two that suffices", () => {
    const counts = [96, 128, 256, 1000].map(
      (subpartition_count) => /"subpartition_count": (\d+)/.exec(ask({ subpartition_count })[0]?.advice ?? "")?.[1]
    )
    // DAY lives 44.9 years with 64, 22.4 with 128, 11.2 with 256; 20 are required, 50 wanted where 20 are there.
    expect(counts).toEqual(["32", "32", "128", "128"])
  })
})
