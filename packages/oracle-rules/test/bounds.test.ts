import type { PartitionBound } from "@orapart/contract"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { boundFromStatistic, compareBounds, explainBoundProblem, parseBound, readHighValue } from "../src/bounds.ts"
import { boundLiteral } from "../src/literals.ts"

const at = (value: string): PartitionBound => ({ type: "datetime", value })
const number = (value: string): PartitionBound => ({ type: "number", value })

describe("parseBound", () => {
  it.each([
    ["TO_DATE(' 2014-01-01 00:00:00', 'SYYYY-MM-DD HH24:MI:SS', 'NLS_CALENDAR=GREGORIAN')", "2014-01-01 00:00:00"],
    ["TIMESTAMP' 2010-01-01 00:00:00'", "2010-01-01 00:00:00"],
    ["TIMESTAMP' 2010-01-01 00:00:00.500000000'", "2010-01-01 00:00:00.5"],
    ["TO_DATE('2020-01-01', 'YYYY-MM-DD')", "2020-01-01 00:00:00"],
    ["TO_DATE('2020-01-01','YYYY-MM-DD')", "2020-01-01 00:00:00"],
    ["to_date( '2020-01-01' , 'yyyy-mm-dd' )", "2020-01-01 00:00:00"],
    ["TO_DATE('2020-01-01 13:14:15', 'YYYY-MM-DD HH24:MI:SS')", "2020-01-01 13:14:15"],
    ["TO_DATE('2020-01-01', 'YYYY-MM-DD HH24:MI:SS')", "2020-01-01 00:00:00"],
    ["TO_DATE('01.02.2020', 'DD.MM.YYYY')", "2020-02-01 00:00:00"],
    ["TO_DATE('02/01/2020', 'MM/DD/YYYY')", "2020-02-01 00:00:00"],
    ["TO_DATE('20200201', 'YYYYMMDD')", "2020-02-01 00:00:00"],
    ["TO_DATE('2020-2-1', 'YYYY-MM-DD')", "2020-02-01 00:00:00"],
    ["TO_DATE('2020-02', 'YYYY-MM')", "2020-02-01 00:00:00"],
    ["TO_DATE('01-FEB-2020', 'DD-MON-YYYY')", "2020-02-01 00:00:00"],
    ["TO_DATE('1 february 2020', 'DD MONTH YYYY')", "2020-02-01 00:00:00"],
    ["TO_DATE('2020-02-01T10:00:00', 'YYYY-MM-DD\"T\"HH24:MI:SS')", "2020-02-01 10:00:00"],
    ["TO_DATE('2020-02-01 12:30 AM', 'YYYY-MM-DD HH:MI AM')", "2020-02-01 00:30:00"],
    ["TO_DATE('2020-02-01 01:30 p.m.', 'YYYY-MM-DD HH12:MI P.M.')", "2020-02-01 13:30:00"],
    ["TO_DATE('2020-02-01', 'FXYYYY-MM-DD')", "2020-02-01 00:00:00"],
    ["TO_TIMESTAMP('2020-01-01 00:00:00.25', 'YYYY-MM-DD HH24:MI:SS.FF')", "2020-01-01 00:00:00.25"],
    ["TO_TIMESTAMP('2020-01-01 00:00:00.123456', 'YYYY-MM-DD HH24:MI:SS.FF6')", "2020-01-01 00:00:00.123456"],
    ["DATE '2020-02-29'", "2020-02-29 00:00:00"],
    ["date'2020-02-29'", "2020-02-29 00:00:00"],
    ["TIMESTAMP '2020-01-01 10:20:30'", "2020-01-01 10:20:30"],
    ["TO_DATE('9999-12-31','YYYY-MM-DD')", "9999-12-31 00:00:00"]
  ])("reads %s", (text, expected) => {
    expect(parseBound(text)).toEqual(at(expected))
    expect(explainBoundProblem(text)).toBeNull()
  })

  it("reads numbers from text and from JSON without losing digits", () => {
    expect(parseBound("100")).toEqual(number("100"))
    expect(parseBound(" 100 ")).toEqual(number("100"))
    expect(parseBound(202401)).toEqual(number("202401"))
    expect(parseBound(1e21)).toEqual(number("1000000000000000000000"))
    expect(parseBound("12345678901234567890123456789012345678")).toEqual(
      number("12345678901234567890123456789012345678")
    )
    expect(parseBound("-1.50")).toEqual(number("-1.5"))
    expect(parseBound("maxvalue")).toEqual({ type: "maxvalue" })
  })

  it.each([
    ["TO_DATE('2023-13-01','YYYY-MM-DD')", "month 13 (ORA-01843)"],
    ["TO_DATE('2023-02-30','YYYY-MM-DD')", "day 30: 2023-02 has 28 days (ORA-01839)"],
    ["DATE '2023-02-29'", "day 29: 2023-02 has 28 days (ORA-01839)"],
    ["TIMESTAMP '2023-01-01 25:00:00'", "hour 25 (ORA-01850)"],
    ["TO_DATE('2020-02-01 13:30 AM', 'YYYY-MM-DD HH:MI AM')", "hour 13: HH12 counts from 1 to 12 (ORA-01849)"],
    ["TO_DATE('2023-01-01')", "TO_DATE without a format mask depends on the session's NLS settings"],
    ["TO_DATE('01-JAN-23','DD-MON-RR')", "the mask element RR leaves the century open: write YYYY"],
    ["TO_DATE('01-01-23','DD-MM-YY')", "the mask element YY leaves the century open: write YYYY"],
    ["TO_DATE('15','DD')", "the mask DD has no year: Oracle would take the current one"],
    ["TO_DATE('2023','YYYY')", "the mask YYYY has no month: Oracle would take the current one"],
    ["TO_DATE('2023-01-01 10','YYYY-MM-DD')", "'2023-01-01 10' is longer than its mask YYYY-MM-DD (ORA-01830)"],
    ["TO_DATE('2023','YYYY-MM-DD')", "'2023' does not have the form YYYY-MM-DD"],
    ["TO_DATE('23-01-01','YYYY-MM-DD')", "'23-01-01' does not have the form YYYY-MM-DD"],
    ["TO_DATE('-4712-01-01','SYYYY-MM-DD')", "'-4712-01-01' lies before the year 1"],
    [
      "TO_DATE('2023-01-01','YYYY-MM-DD','NLS_DATE_LANGUAGE=GERMAN')",
      "the third argument NLS_DATE_LANGUAGE=GERMAN is not NLS_CALENDAR=GREGORIAN"
    ],
    ["TO_DATE('2023-01-01','YYYY-MM-DD Q')", "the mask element Q is not one that bounds are written with"],
    ["DATE '2023-01-01 10:00:00'", "'2023-01-01 10:00:00' does not have the form DATE 'YYYY-MM-DD'"],
    ["DATE '01.01.2023'", "'01.01.2023' does not have the form DATE 'YYYY-MM-DD'"]
  ])("refuses %s: %s", (text, problem) => {
    expect(parseBound(text)).toBeNull()
    expect(explainBoundProblem(text)).toBe(problem)
  })

  it("says how to write a date that stands there bare or quoted", () => {
    expect(explainBoundProblem("2024-01-01")).toContain("TO_DATE('2024-01-01', 'YYYY-MM-DD')")
    expect(explainBoundProblem("2024-01-01T10:00:00")).toContain(
      "TO_DATE('2024-01-01 10:00:00', 'YYYY-MM-DD HH24:MI:SS')"
    )
    expect(explainBoundProblem("'2024-01-01'")).toContain("NLS settings")
    expect(explainBoundProblem("")).toBe("the text is empty")
    expect(explainBoundProblem(Number.NaN)).toBe("NaN is not a number")
  })

  it.each(["SYSDATE", "TRUNC(SYSDATE)", "DATE '2020-01-01' + 1", "100, MAXVALUE", "(SELECT 1 FROM dual)", "DEFAULT"])(
    "refuses the expression %s",
    (text) => {
      expect(parseBound(text)).toBeNull()
      expect(explainBoundProblem(text)).toContain("none of TO_DATE")
    }
  )

  it("reads back every bound that boundLiteral writes", () => {
    const datetime = fc
      .date({ min: new Date("1583-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true })
      .map((date) => at(date.toISOString().slice(0, 19).replace("T", " ")))
    const numeric = fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }).map((value) => number(value.toString()))
    fc.assert(
      fc.property(fc.oneof(datetime, numeric), fc.constantFrom("DATE", "TIMESTAMP(6)"), (bound, keyType) => {
        expect(parseBound(boundLiteral(bound, keyType))).toEqual(bound)
      })
    )
  })
})

describe("readHighValue", () => {
  it("keeps lists and several columns as text", () => {
    expect(readHighValue("'A', 'B', NULL")).toEqual({ type: "other", text: "'A', 'B', NULL" })
    expect(readHighValue("100, MAXVALUE")).toEqual({ type: "other", text: "100, MAXVALUE" })
    expect(readHighValue("1000")).toEqual(number("1000"))
  })
})

describe("boundFromStatistic", () => {
  it("tells datetimes from numbers and from other texts", () => {
    expect(boundFromStatistic("2024-01-01 10:00:00")).toEqual(at("2024-01-01 10:00:00"))
    expect(boundFromStatistic("-12.50")).toEqual(number("-12.5"))
    expect(boundFromStatistic("abc")).toBeNull()
    expect(boundFromStatistic(null)).toBeNull()
  })
})

describe("compareBounds", () => {
  it("orders numbers of 38 digits by their last digit", () => {
    expect(
      compareBounds(number("12345678901234567890123456789012345678"), number("12345678901234567890123456789012345679"))
    ).toBeLessThan(0)
    expect(compareBounds(number("9"), number("10"))).toBeLessThan(0)
    expect(compareBounds(number("1.0"), number("1"))).toBe(0)
  })

  it("orders datetimes by time, fractions included", () => {
    expect(compareBounds(at("2024-01-01 00:00:00.1"), at("2024-01-01 00:00:00.09"))).toBeGreaterThan(0)
    expect(compareBounds(at("2024-01-01 00:00:00"), at("2024-01-01 00:00:00.0"))).toBe(0)
  })

  it("puts MAXVALUE last and stays an order for anything", () => {
    const bounds: ReadonlyArray<PartitionBound> = [
      { type: "maxvalue" },
      { type: "other", text: "'B'" },
      at("2024-01-01 00:00:00"),
      number("5"),
      { type: "other", text: "'A'" }
    ]
    const sorted = [...bounds].sort(compareBounds)
    expect(sorted.at(-1)).toEqual({ type: "maxvalue" })
    expect([...bounds].reverse().sort(compareBounds)).toEqual(sorted)
    for (const left of bounds)
      for (const right of bounds)
        expect(Math.sign(compareBounds(left, right))).toBe(-Math.sign(compareBounds(right, left)) + 0)
  })
})
