import type { Interval, IntervalUnit } from "@orapart/contract"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { normalizeIntervalText, parseIntervalText } from "../src/interval-text.ts"
import {
  describeIntervalProblem,
  intervalMonths,
  intervalSeconds,
  intervalUnits,
  isSameInterval,
  isYearMonth,
  renderInterval
} from "../src/intervals.ts"

const every = (unit: IntervalUnit, value: number | string = 1): Interval => ({ unit, value: String(value) })

describe("renderInterval", () => {
  it.each([
    [every("MINUTE", 15), "NUMTODSINTERVAL(15,'MINUTE')"],
    [every("HOUR"), "NUMTODSINTERVAL(1,'HOUR')"],
    [every("DAY"), "NUMTODSINTERVAL(1,'DAY')"],
    [every("WEEK"), "NUMTODSINTERVAL(7,'DAY')"],
    [every("WEEK", 2), "NUMTODSINTERVAL(14,'DAY')"],
    [every("MONTH"), "NUMTOYMINTERVAL(1,'MONTH')"],
    [every("QUARTER"), "NUMTOYMINTERVAL(3,'MONTH')"],
    [every("QUARTER", 2), "NUMTOYMINTERVAL(6,'MONTH')"],
    [every("YEAR"), "NUMTOYMINTERVAL(1,'YEAR')"],
    [every("NUMBER", 10000), "10000"],
    [every("NUMBER", "1e10"), "10000000000"],
    [every("NUMBER", "0.5"), "0.5"],
    [every("NUMBER", "10000000000000000000000000000000000001"), "10000000000000000000000000000000000001"]
  ])("writes %j as %s", (interval, expected) => {
    expect(renderInterval(interval)).toBe(expected)
  })

  it("never writes a unit that Oracle does not have", () => {
    for (const unit of intervalUnits) expect(renderInterval(every(unit))).not.toMatch(/WEEK|QUARTER/)
  })
})

describe("parseIntervalText", () => {
  it.each([
    ["NUMTOYMINTERVAL(1,'MONTH')", every("MONTH")],
    ["NUMTOYMINTERVAL(1, 'MONTH')", every("MONTH")],
    ["numtoyminterval( 1 , 'month' )", every("MONTH")],
    ["NUMTOYMINTERVAL(3,'MONTH')", every("MONTH", 3)],
    ["NUMTOYMINTERVAL(1,'YEAR')", every("YEAR")],
    ["NUMTOYMINTERVAL(1.5,'YEAR')", every("MONTH", 18)],
    ["NUMTODSINTERVAL(1,'DAY')", every("DAY")],
    ["NUMTODSINTERVAL (7, 'DAY')", every("DAY", 7)],
    ["NUMTODSINTERVAL(1*7,'DAY')", every("DAY", 7)],
    ["NUMTODSINTERVAL(0.5,'DAY')", every("HOUR", 12)],
    ["NUMTODSINTERVAL(1,'HOUR')", every("HOUR")],
    ["NUMTODSINTERVAL(15,'MINUTE')", every("MINUTE", 15)],
    ["NUMTODSINTERVAL(3600,'SECOND')", every("HOUR")],
    ["NUMTODSINTERVAL(604800,'SECOND')", every("DAY", 7)],
    ["INTERVAL '1' MONTH", every("MONTH")],
    ["interval '1' day", every("DAY")],
    ["INTERVAL'1'YEAR", every("YEAR")],
    ["INTERVAL '400' DAY(3)", every("DAY", 400)],
    ["INTERVAL '1-6' YEAR TO MONTH", every("MONTH", 18)],
    ["INTERVAL '1-00' YEAR(2) TO MONTH", every("YEAR")],
    ["INTERVAL '1 12' DAY TO HOUR", every("HOUR", 36)],
    ["INTERVAL '1 00:00:00' DAY(9) TO SECOND(9)", every("DAY")],
    ["INTERVAL '00:30' HOUR TO MINUTE", every("MINUTE", 30)],
    ["TO_DSINTERVAL('1 00:00:00')", every("DAY")],
    ["TO_YMINTERVAL('0-3')", every("MONTH", 3)],
    ["1000", every("NUMBER", 1000)],
    [" 1000 ", every("NUMBER", 1000)],
    ["(1000)", every("NUMBER", 1000)],
    ["1E6", every("NUMBER", 1000000)],
    ["0.5", every("NUMBER", "0.5")],
    ["((NUMTODSINTERVAL(1,'DAY')))", every("DAY")]
  ])("reads %s", (text, expected) => {
    expect(parseIntervalText(text)).toEqual(expected)
  })

  it.each([
    "YES",
    "",
    "0",
    "-1",
    "NUMTODSINTERVAL(0,'DAY')",
    "NUMTODSINTERVAL(-1,'DAY')",
    "NUMTODSINTERVAL(1,'MONTH')",
    "NUMTOYMINTERVAL(1,'DAY')",
    "NUMTODSINTERVAL(1,'WEEK')",
    "NUMTODSINTERVAL(30,'SECOND')",
    "NUMTOYMINTERVAL(0.1,'MONTH')",
    "INTERVAL '1-13' YEAR TO MONTH",
    "INTERVAL '1' HOUR TO MINUTE",
    "INTERVAL '12' DAY TO SECOND",
    "SYSDATE",
    "1+1"
  ])("refuses %j", (text) => {
    expect(parseIntervalText(text)).toBeNull()
  })

  it("reads back an interval of the same length from what renderInterval writes", () => {
    const interval = fc.oneof(
      fc.record({
        unit: fc.constantFrom<IntervalUnit>("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR"),
        value: fc.integer({ min: 1, max: 9999 }).map(String)
      }),
      fc.record({
        unit: fc.constant<IntervalUnit>("NUMBER"),
        value: fc.bigInt({ min: 1n, max: 10n ** 38n }).map(String)
      })
    )
    fc.assert(
      fc.property(interval, (value) => {
        const read = parseIntervalText(renderInterval(value))
        return read !== null && isSameInterval(read, value) && renderInterval(read) === renderInterval(value)
      })
    )
  })
})

describe("normalizeIntervalText", () => {
  it("gives one spelling to all forms and leaves unknown texts readable", () => {
    expect(normalizeIntervalText("interval '1' month")).toBe("NUMTOYMINTERVAL(1,'MONTH')")
    expect(normalizeIntervalText("NUMTOYMINTERVAL( 1, 'month')")).toBe("NUMTOYMINTERVAL(1,'MONTH')")
    expect(normalizeIntervalText(" yes ")).toBe("YES")
    expect(normalizeIntervalText("my_func( 1,\n 2)")).toBe("MY_FUNC( 1, 2)")
  })
})

describe("intervalSeconds and intervalMonths", () => {
  it("measure an interval in exactly one of the two, numbers in none", () => {
    expect(intervalUnits.map((unit) => intervalSeconds(every(unit, 2)))).toEqual([
      120,
      7200,
      172_800,
      1_209_600,
      null,
      null,
      null,
      null
    ])
    expect(intervalUnits.map((unit) => intervalMonths(every(unit, 2)))).toEqual([
      null,
      null,
      null,
      null,
      2,
      6,
      24,
      null
    ])
    expect(intervalUnits.filter((unit) => isYearMonth(every(unit)))).toEqual(["MONTH", "QUARTER", "YEAR"])
  })

  it("have no answer for an impossible value", () => {
    expect(intervalSeconds(every("DAY", "1.5"))).toBeNull()
    expect(intervalMonths(every("MONTH", 0))).toBeNull()
  })
})

describe("describeIntervalProblem", () => {
  it("names the value and what the unit takes", () => {
    expect(describeIntervalProblem(every("MONTH", "1.5"))).toBe("value 1.5: MONTH takes whole numbers")
    expect(describeIntervalProblem(every("NUMBER", 0))).toContain("ORA-14754")
    expect(describeIntervalProblem(every("DAY", "abc"))).toBe("value abc is not a number")
    expect(describeIntervalProblem(every("NUMBER", "0.5"))).toBeNull()
    expect(describeIntervalProblem(every("YEAR"))).toBeNull()
  })
})

describe("isSameInterval", () => {
  it("compares lengths, not words", () => {
    expect(isSameInterval(every("DAY"), every("HOUR", 24))).toBe(true)
    expect(isSameInterval(every("WEEK"), every("DAY", 7))).toBe(true)
    expect(isSameInterval(every("YEAR"), every("QUARTER", 4))).toBe(true)
    expect(isSameInterval(every("MONTH"), every("DAY", 30))).toBe(false)
    expect(isSameInterval(every("NUMBER", "1.0"), every("NUMBER"))).toBe(true)
    expect(isSameInterval(every("NUMBER"), every("DAY"))).toBe(false)
  })
})
