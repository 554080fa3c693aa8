import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addMonths,
  addSeconds,
  compareDatetime,
  daysInMonth,
  describeDatetimeProblem,
  formatDatetime,
  isoWeekday,
  monthsBetween,
  parseDatetime,
  secondsBetween
} from "../src/datetimes.ts"
import type { Datetime } from "../src/datetimes.ts"

const at = (text: string): Datetime => {
  const parsed = parseDatetime(text)
  if (parsed === null) throw new Error(`${text} is no date`)
  return parsed
}

const show = (value: Datetime | null): string | null => (value === null ? null : formatDatetime(value))

/** The same moment in JavaScript's own calendar, which is proleptic Gregorian too: the independent judge of these tests. */
const epochSeconds = (value: Datetime): number => {
  const date = new Date(0)
  date.setUTCFullYear(value.year, value.month - 1, value.day)
  date.setUTCHours(value.hour, value.minute, value.second)
  return date.getTime() / 1000
}

const datetime: fc.Arbitrary<Datetime> = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    second: fc.integer({ min: 0, max: 59 }),
    nanosecond: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 999_999_999 }))
  })
  .filter((value) => describeDatetimeProblem(value) === null)

describe("parseDatetime", () => {
  it.each([
    ["2024-02-29 23:59:59", "2024-02-29 23:59:59"],
    ["2024-01-01", "2024-01-01 00:00:00"],
    ["0001-01-01 00:00:00", "0001-01-01 00:00:00"],
    ["9999-12-31 23:59:59.999999999", "9999-12-31 23:59:59.999999999"],
    ["2024-01-01 00:00:00.500", "2024-01-01 00:00:00.5"],
    ["2000-02-29", "2000-02-29 00:00:00"]
  ])("reads %s", (text, expected) => {
    expect(show(parseDatetime(text))).toBe(expected)
  })

  it.each([
    "2023-02-29",
    "1900-02-29",
    "2024-13-01",
    "2024-00-01",
    "2024-04-31",
    "2024-01-00",
    "0000-01-01",
    "2024-01-01 24:00:00",
    "2024-01-01 00:60:00",
    "2024-01-01 00:00:60",
    "2024-1-1",
    "2024-01-01T00:00:00",
    "2024-01-01 00:00",
    "",
    "x2024-01-01"
  ])("refuses %j", (text) => {
    expect(parseDatetime(text)).toBeNull()
  })

  it("reads back what formatDatetime writes", () => {
    fc.assert(fc.property(datetime, (value) => compareDatetime(at(formatDatetime(value)), value) === 0))
  })
})

describe("daysInMonth", () => {
  it("knows leap years, the centuries and the fourth centuries", () => {
    expect([2023, 2024, 1900, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28])
    expect(
      Array.from({ length: 12 }, (_, month) => daysInMonth(2023, month + 1)).reduce((sum, days) => sum + days)
    ).toBe(365)
  })
})

describe("describeDatetimeProblem", () => {
  it("says what is impossible and what the month has", () => {
    const base = at("2023-01-01")
    expect(describeDatetimeProblem({ ...base, month: 13 })).toBe("month 13 (ORA-01843)")
    expect(describeDatetimeProblem({ ...base, month: 2, day: 30 })).toBe("day 30: 2023-02 has 28 days (ORA-01839)")
    expect(describeDatetimeProblem({ ...base, hour: 24 })).toBe("hour 24 (ORA-01850)")
    expect(describeDatetimeProblem({ ...base, minute: 60 })).toBe("minute 60 (ORA-01851)")
    expect(describeDatetimeProblem({ ...base, second: 60 })).toBe("second 60 (ORA-01852)")
    expect(describeDatetimeProblem({ ...base, year: 0 })).toContain("year 0")
  })
})

describe("addSeconds", () => {
  it("agrees with another calendar everywhere", () => {
    fc.assert(
      fc.property(datetime, fc.integer({ min: -4e9, max: 4e9 }), (value, seconds) => {
        const moved = addSeconds(value, seconds)
        if (moved === null) return value.year < 150 || value.year > 9850
        return epochSeconds(moved) === epochSeconds(value) + seconds && moved.nanosecond === value.nanosecond
      })
    )
  })

  it("stops at both ends of the calendar", () => {
    expect(show(addSeconds(at("9999-12-31 23:59:58"), 1))).toBe("9999-12-31 23:59:59")
    expect(addSeconds(at("9999-12-31 23:59:59"), 1)).toBeNull()
    expect(addSeconds(at("0001-01-01"), -1)).toBeNull()
    expect(addSeconds(at("2024-01-01"), 1e300)).toBeNull()
    expect(addSeconds(at("2024-01-01"), Number.POSITIVE_INFINITY)).toBeNull()
    expect(addSeconds(at("2024-01-01"), 0.5)).toBeNull()
  })
})

describe("secondsBetween", () => {
  it("is undone by addSeconds", () => {
    fc.assert(
      fc.property(datetime, datetime, (from, to) => {
        const moved = addSeconds(from, secondsBetween(from, to))
        return moved !== null && compareDatetime(moved, to) <= 0 && secondsBetween(moved, to) === 0
      })
    )
  })

  it("rounds a fraction down", () => {
    expect(secondsBetween(at("2024-01-01 00:00:00.5"), at("2024-01-01 00:00:01"))).toBe(0)
    expect(secondsBetween(at("2024-01-01 00:00:00.5"), at("2024-01-01 00:00:00"))).toBe(-1)
    expect(secondsBetween(at("2024-02-28"), at("2024-03-01"))).toBe(2 * 86_400)
  })
})

describe("addMonths", () => {
  it.each([
    ["2024-01-15 10:00:00", 1, "2024-02-15 10:00:00"],
    ["2024-01-31", 1, "2024-02-29 00:00:00"],
    ["2023-01-31", 1, "2023-02-28 00:00:00"],
    ["2024-03-01", -1, "2024-02-01 00:00:00"],
    ["2024-12-01", 1, "2025-01-01 00:00:00"],
    ["2024-02-29", 12, "2025-02-28 00:00:00"],
    ["0001-01-01", -1, null],
    ["9999-12-01", 1, null]
  ])("moves %s by %i to %s", (text, months, expected) => {
    expect(show(addMonths(at(text), months))).toBe(expected)
  })
})

describe("monthsBetween", () => {
  it("is the largest number of months that still lies at or before the end, for days up to 28", () => {
    const anchor = datetime.filter((value) => value.day <= 28)
    fc.assert(
      fc.property(anchor, datetime, (from, to) => {
        const months = monthsBetween(from, to)
        const reached = addMonths(from, months)
        const next = addMonths(from, months + 1)
        return (
          (reached === null || compareDatetime(reached, to) <= 0) && (next === null || compareDatetime(next, to) > 0)
        )
      })
    )
  })

  it("counts down to the fraction of a second", () => {
    expect(monthsBetween(at("2024-01-15 10:00:00.5"), at("2024-02-15 10:00:00"))).toBe(0)
    expect(monthsBetween(at("2024-01-15 10:00:00"), at("2024-02-15 10:00:00"))).toBe(1)
    expect(monthsBetween(at("2024-01-15"), at("2024-01-14"))).toBe(-1)
  })
})

describe("isoWeekday", () => {
  it("counts Monday as 1 and agrees with another calendar", () => {
    expect(isoWeekday(at("2024-01-01"))).toBe(1)
    fc.assert(
      fc.property(datetime, (value) => {
        const day = new Date(epochSeconds(value) * 1000).getUTCDay()
        return isoWeekday(value) === (day === 0 ? 7 : day)
      })
    )
  })
})
