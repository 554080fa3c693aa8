import type { Interval, IntervalUnit, PartitionBound } from "@orapart/contract"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareBounds } from "../src/bounds.ts"
import { renderInterval } from "../src/intervals.ts"
import {
  countPartitionsBetween,
  explainAnchorProblem,
  floorToInterval,
  lastReachableBound,
  maxPartitions,
  nextBound,
  positionOf,
  recommendAnchor,
  yearsOfLife
} from "../src/layout.ts"
import { MAX_POSITIONS } from "../src/limits.ts"

const every = (unit: IntervalUnit, value: number | string = 1): Interval => ({ unit, value: String(value) })
const at = (value: string): PartitionBound => ({
  type: "datetime",
  value: value.length === 10 ? `${value} 00:00:00` : value
})
const number = (value: number | string): PartitionBound => ({ type: "number", value: String(value) })

const timeInterval = fc.record({
  unit: fc.constantFrom<IntervalUnit>("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"),
  value: fc.integer({ min: 1, max: 40 }).map(String)
})
const moment = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-28T00:00:00Z"), noInvalidDate: true })
  .map((date) => at(date.toISOString().slice(0, 19).replace("T", " ")))
const dayOf = (bound: PartitionBound): number => (bound.type === "datetime" ? Number(bound.value.slice(8, 10)) : 0)
const anchorMoment = moment.filter((bound) => dayOf(bound) <= 28)

describe("positionOf", () => {
  it("agrees with the published test of bound 2 and interval 1: 1048575 fits, 1048576 does not", () => {
    expect(positionOf(number(1048575), number(2), every("NUMBER"), 1)).toBe(1048575n)
    expect(positionOf(number(1048576), number(2), every("NUMBER"), 1)).toBe(1048576n)
  })

  it("agrees with the published test of bound 1 and interval 1: 1048574 fits, 1048575 does not", () => {
    expect(positionOf(number(1048574), number(1), every("NUMBER"), 1)).toBe(1048575n)
    expect(positionOf(number(1048575), number(1), every("NUMBER"), 1)).toBe(1048576n)
  })

  it("counts the range section, and a key at the transition point as the first after it", () => {
    expect(positionOf(at("2024-01-01"), at("2024-01-01"), every("DAY"), 1)).toBe(2n)
    expect(positionOf(at("2024-01-01"), at("2024-01-01"), every("DAY"), 12)).toBe(13n)
    expect(positionOf(at("2024-01-31 23:59:59"), at("2024-01-01"), every("DAY"), 1)).toBe(32n)
    expect(positionOf(at("2023-12-31"), at("2024-01-01"), every("DAY"), 12)).toBe(12n)
  })

  it("is exact for numeric keys of 38 digits", () => {
    const anchor = number("10000000000000000000000000000000000000")
    expect(positionOf(number("10000000000000000000000000000000000009"), anchor, every("NUMBER", 10), 1)).toBe(2n)
    expect(positionOf(number("10000000000000000000000000000000000010"), anchor, every("NUMBER", 10), 1)).toBe(3n)
  })

  it("has no answer for MAXVALUE, another kind of key, or a month interval from day 29 on", () => {
    expect(positionOf({ type: "maxvalue" }, number(1), every("NUMBER"), 1)).toBeNull()
    expect(positionOf(at("2024-01-01"), number(1), every("NUMBER"), 1)).toBeNull()
    expect(positionOf(at("2024-05-01"), at("2024-01-31"), every("MONTH"), 1)).toBeNull()
    expect(positionOf(at("2024-05-01"), at("2024-01-01"), every("MONTH", "0.5"), 1)).toBeNull()
  })
})

describe("floorToInterval", () => {
  it.each([
    ["2024-05-17 13:14:15", "2024-01-01", every("MONTH"), "2024-05-01 00:00:00"],
    ["2024-05-17 13:14:15", "2024-01-01", every("QUARTER"), "2024-04-01 00:00:00"],
    ["2024-05-17 13:14:15", "2020-01-01", every("YEAR", 2), "2024-01-01 00:00:00"],
    ["2024-05-17 13:14:15", "2024-01-01", every("WEEK"), "2024-05-13 00:00:00"],
    ["2024-05-17 13:14:15", "2024-01-01", every("HOUR", 6), "2024-05-17 12:00:00"],
    ["2024-05-17 13:14:15", "2024-01-01", every("MINUTE", 15), "2024-05-17 13:00:00"],
    ["2023-12-31 23:59:59", "2024-01-01", every("DAY"), "2023-12-31 00:00:00"],
    ["2023-12-31 23:59:59", "2024-01-15", every("MONTH"), "2023-12-15 00:00:00"],
    ["2024-02-29 12:00:00", "2024-01-28", every("MONTH"), "2024-02-28 00:00:00"]
  ])("puts %s on the grid of %s", (value, anchor, interval, expected) => {
    expect(floorToInterval(at(value), at(anchor), interval)).toEqual(at(expected))
  })

  it("rounds negative numbers down", () => {
    expect(floorToInterval(number(-1), number(0), every("NUMBER", 10))).toEqual(number(-10))
    expect(floorToInterval(number("0.3"), number(0), every("NUMBER", "0.1"))).toEqual(number("0.3"))
  })

  it("leaves the value in the slot that begins at the result", () => {
    fc.assert(
      fc.property(moment, anchorMoment, timeInterval, (value, anchor, interval) => {
        const low = floorToInterval(value, anchor, interval)
        const high = low === null ? null : nextBound(low, interval)
        return low !== null && high !== null && compareBounds(low, value) <= 0 && compareBounds(value, high) < 0
      })
    )
  })
})

describe("nextBound", () => {
  it("walks over leap days and year ends", () => {
    expect(nextBound(at("2024-02-28"), every("DAY"))).toEqual(at("2024-02-29"))
    expect(nextBound(at("2023-02-28"), every("DAY"))).toEqual(at("2023-03-01"))
    expect(nextBound(at("2024-02-28"), every("YEAR"))).toEqual(at("2025-02-28"))
    expect(nextBound(at("2023-12-01"), every("MONTH"))).toEqual(at("2024-01-01"))
  })

  it("does not leave the year 9999", () => {
    expect(nextBound(at("9999-11-01"), every("MONTH"))).toEqual(at("9999-12-01"))
    expect(nextBound(at("9999-12-01"), every("MONTH"))).toBeNull()
    expect(nextBound(at("9999-12-30"), every("DAY"))).toEqual(at("9999-12-31"))
    expect(nextBound(at("9999-12-31"), every("DAY"))).toBeNull()
    expect(nextBound(at("9999-12-31 22:00:00"), every("HOUR"))).toEqual(at("9999-12-31 23:00:00"))
  })
})

describe("explainAnchorProblem", () => {
  it.each(["YEAR", "QUARTER", "MONTH"] as const)("refuses the days 29, 30 and 31 with %s (ORA-14767)", (unit) => {
    for (const day of ["29", "30", "31"])
      expect(explainAnchorProblem(at(`2024-12-${day}`), every(unit))).toMatch(/^ORA-14767/)
    expect(explainAnchorProblem(at("2024-12-28"), every(unit))).toBeNull()
  })

  it("refuses day 29 of February also in a leap year", () => {
    expect(explainAnchorProblem(at("2024-02-29"), every("YEAR", 4))).toMatch(/^ORA-14767/)
  })

  it("takes any day with day intervals", () => {
    expect(explainAnchorProblem(at("2024-12-31"), every("DAY"))).toBeNull()
    expect(explainAnchorProblem(at("2024-12-31"), every("WEEK"))).toBeNull()
  })

  it("refuses MAXVALUE and a bound of another family", () => {
    expect(explainAnchorProblem({ type: "maxvalue" }, every("DAY"))).toMatch(/^ORA-14761/)
    expect(explainAnchorProblem(number(1), every("DAY"))).toMatch(/^ORA-14752/)
    expect(explainAnchorProblem(at("2024-01-01"), every("NUMBER"))).toMatch(/^ORA-14752/)
    expect(explainAnchorProblem(number(1), every("NUMBER", 0))).toContain("ORA-14754")
  })
})

describe("countPartitionsBetween", () => {
  it("counts both ends, and everything below the anchor as one partition", () => {
    const anchor = at("2024-01-01")
    expect(countPartitionsBetween(at("2024-01-15"), at("2024-01-20"), anchor, every("MONTH"))).toBe(1n)
    expect(countPartitionsBetween(at("2024-01-15"), at("2024-12-31"), anchor, every("MONTH"))).toBe(12n)
    expect(countPartitionsBetween(at("1999-01-01"), at("2024-12-31"), anchor, every("MONTH"))).toBe(13n)
    expect(countPartitionsBetween(at("1999-01-01"), at("2000-01-01"), anchor, every("MONTH"))).toBe(1n)
    expect(countPartitionsBetween(at("2024-12-31"), at("2024-01-15"), anchor, every("MONTH"))).toBe(0n)
    expect(countPartitionsBetween(number(1), at("2024-01-15"), anchor, every("MONTH"))).toBeNull()
  })

  it("is the distance of the positions above the anchor", () => {
    const anchor = at("1899-12-28")
    fc.assert(
      fc.property(moment, moment, timeInterval, (one, other, interval) => {
        const [low, high] = compareBounds(one, other) <= 0 ? [one, other] : [other, one]
        const first = positionOf(low, anchor, interval, 1)
        const last = positionOf(high, anchor, interval, 1)
        return (
          first !== null && last !== null && countPartitionsBetween(low, high, anchor, interval) === last - first + 1n
        )
      })
    )
  })
})

describe("lastReachableBound", () => {
  it("is the first key that the published tests refuse", () => {
    expect(lastReachableBound(number(2), every("NUMBER"), 1, 1)).toEqual(number(1048576))
    expect(lastReachableBound(number(1), every("NUMBER"), 0, 1)).toEqual(number(1048575))
  })

  it("ends daily partitions with 32 subpartitions from 1900 in September 1989, hourly ones in 2019", () => {
    expect(lastReachableBound(at("1900-01-01"), every("DAY"), 32, 1)).toMatchObject({
      value: expect.stringMatching(/^1989-09/)
    })
    expect(lastReachableBound(at("1900-01-01"), every("HOUR"), 1, 1)).toMatchObject({
      value: expect.stringMatching(/^2019/)
    })
  })

  it("ends daily partitions with 1024 subpartitions after 1023 partitions", () => {
    expect(maxPartitions(1024)).toBe(1023)
    expect(lastReachableBound(at("2024-01-01"), every("DAY"), 1024, 1)).toEqual(at("2026-10-19"))
  })

  it("is null where the calendar ends first", () => {
    expect(lastReachableBound(at("2024-01-01"), every("MONTH"), 8, 1)).toBeNull()
  })

  it("separates the positions that fit from those that do not", () => {
    const subpartitions = fc.integer({ min: 1, max: 1024 })
    const ranges = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.integer({ min: 1, max: 5000 }),
        subpartitions,
        ranges,
        (anchor, step, s, r) => {
          const interval = every("NUMBER", step)
          const end = lastReachableBound(number(anchor.toString()), interval, s, r)
          if (end === null || end.type !== "number") return false
          const fits = (key: bigint): boolean => {
            const position = positionOf(number(key.toString()), number(anchor.toString()), interval, r)
            return position !== null && position * BigInt(s) <= BigInt(MAX_POSITIONS)
          }
          return fits(BigInt(end.value) - 1n) && !fits(BigInt(end.value))
        }
      )
    )
  })
})

describe("yearsOfLife", () => {
  const subpartitions = [1, 4, 8, 16, 32, 64, 128, 256]
  const published: ReadonlyArray<readonly [Interval, ReadonlyArray<number | null>]> = [
    [every("MINUTE"), [2, 0.5, 0.2, 0.1, null, null, null, null]],
    [every("MINUTE", 15), [29.9, 7.5, 3.7, 1.9, 0.9, 0.5, 0.2, 0.1]],
    [every("HOUR"), [119.6, 29.9, 15, 7.5, 3.7, 1.9, 0.9, 0.5]],
    [every("DAY"), [2870, 717, 358, 179, 89.7, 44.9, 22.4, 11.2]],
    [every("DAY", 7), [null, 5024, 2512, 1256, 628, 314, 157, 78]],
    [every("MONTH"), [null, 21845, 10922, 5461, 2730, 1365, 682, 341]]
  ]

  it.each(published)("of %j agrees with the published table", (interval, years) => {
    for (const [index, expected] of years.entries()) {
      const life = yearsOfLife(interval, subpartitions[index] ?? 1)
      if (expected !== null)
        expect(Math.abs((life ?? 0) - expected)).toBeLessThan(expected < 150 ? 0.11 + expected / 100 : 1)
    }
  })

  it("is more than 80000 years for months alone and more than 5000 for weeks", () => {
    expect(yearsOfLife(every("MONTH"), 1)).toBeGreaterThan(80_000)
    expect(yearsOfLife(every("WEEK"), 1)).toBeGreaterThan(5000)
  })

  it("ends where lastReachableBound ends", () => {
    const life = yearsOfLife(every("DAY"), 64) ?? 0
    expect(Math.floor(life * 365.2425 + 1e-6)).toBe(16382)
    expect(lastReachableBound(at("1900-01-01"), every("DAY"), 64, 1)).toEqual(at("1944-11-08"))
  })

  it("has no answer for numbers", () => {
    expect(yearsOfLife(every("NUMBER", 1000), 8)).toBeNull()
  })
})

describe("recommendAnchor", () => {
  it.each([
    ["2024-05-17 13:14:15", every("MONTH"), "2024-05-01"],
    ["2024-05-17 13:14:15", every("MONTH", 6), "2024-01-01"],
    ["2024-05-17 13:14:15", every("QUARTER"), "2024-04-01"],
    ["2024-05-17 13:14:15", every("YEAR"), "2024-01-01"],
    ["2024-05-17 13:14:15", every("WEEK"), "2024-05-13"],
    ["2024-05-19 13:14:15", every("WEEK"), "2024-05-13"],
    ["2024-05-31 13:14:15", every("DAY"), "2024-05-31"],
    ["2024-05-17 13:14:15", every("HOUR"), "2024-05-17 13:00:00"],
    ["2024-05-17 13:14:15", every("HOUR", 6), "2024-05-17 12:00:00"],
    ["2024-05-17 13:14:15", every("HOUR", 36), "2024-05-17 13:00:00"],
    ["2024-05-17 13:14:15", every("MINUTE", 15), "2024-05-17 13:00:00"],
    ["2024-05-17 13:14:15", every("MINUTE", 7), "2024-05-17 13:14:00"],
    ["0001-01-01 00:00:00", every("YEAR", 10), "0001-01-01"]
  ])("from %s by %j is %s", (low, interval, expected) => {
    expect(recommendAnchor(at(low), interval)).toEqual(at(expected))
  })

  it("rounds numbers to multiples of the interval, also below zero", () => {
    expect(recommendAnchor(number(12345), every("NUMBER", 1000))).toEqual(number(12000))
    expect(recommendAnchor(number(-1), every("NUMBER", 1000))).toEqual(number(-1000))
    expect(recommendAnchor(number("12345678901234567890123456789012345678"), every("NUMBER", 10))).toEqual(
      number("12345678901234567890123456789012345670")
    )
  })

  it("lies at or below the key, within one interval, and Oracle accepts it", () => {
    fc.assert(
      fc.property(moment, timeInterval, (low, interval) => {
        const anchor = recommendAnchor(low, interval)
        if (anchor === null || explainAnchorProblem(anchor, interval) !== null) return false
        const next = nextBound(anchor, interval)
        return (
          next !== null &&
          compareBounds(anchor, low) <= 0 &&
          compareBounds(low, next) < 0 &&
          renderInterval(interval) !== ""
        )
      })
    )
  })

  it("has no answer for a value of another family", () => {
    expect(recommendAnchor(number(1), every("DAY"))).toBeNull()
    expect(recommendAnchor(at("2024-01-01"), every("NUMBER"))).toBeNull()
    expect(recommendAnchor(at("2024-01-01"), every("DAY", 0))).toBeNull()
  })
})
