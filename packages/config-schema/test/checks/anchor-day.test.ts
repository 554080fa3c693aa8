import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anchorDay } from "../../src/checks/anchor-day.ts"
import { askCheck } from "../ask-check.ts"

const ask = (day: number, interval_type: string) =>
  askCheck(anchorDay, {
    snapshot: null,
    table: {
      target_configuration: { interval_type, initial_partition_value: `DATE '2024-01-${String(day).padStart(2, "0")}'` }
    }
  })

describe("OP131 anchor-day", () => {
  it("refuses exactly the days after the 28th for months, quarters and years", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.constantFrom("MONTH", "QUARTER", "YEAR"), (day, unit) => {
        expect(ask(day, unit).length).toBe(day > 28 ? 1 : 0)
      })
    )
  })

  it("takes every day for units that do not count in months", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.constantFrom("MINUTE", "HOUR", "DAY", "WEEK"), (day, unit) => {
        expect(ask(day, unit)).toEqual([])
      })
    )
  })

  it("names the day, ORA-14767 and the first of the month to use", () => {
    const [finding] = ask(31, "MONTH")
    expect(finding).toMatchObject({
      code: "OP131",
      severity: "error",
      path: "/tables/0/target_configuration/initial_partition_value"
    })
    expect(finding?.what).toBe(
      "The first bound 2024-01-31 lies on day 31, and the interval counts in MONTH units (ORA-14767)."
    )
    expect(finding?.advice).toBe("Use TO_DATE('2024-01-01', 'YYYY-MM-DD').")
  })
})
