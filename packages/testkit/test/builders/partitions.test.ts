// Partition builders must put bounds where Oracle's interval arithmetic puts them: partitioning.md 1.4.
import {
  addIntervals,
  bound,
  datetime,
  hashSubpartitioning,
  interval,
  intervalPartitioning,
  intervalPartitions,
  intervalText,
  rangePartitions
} from "@orapart/testkit/builders"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const bounds = (...given: Parameters<typeof intervalPartitions>) =>
  intervalPartitions(...given).map((one) => (one.bound !== null && "value" in one.bound ? one.bound.value : null))

describe("intervalPartitions", () => {
  it("bears one partition per slot with exclusive upper bounds", () => {
    expect(bounds("2023-11-01", "2024-02-01", "MONTH")).toEqual([
      "2023-12-01 00:00:00",
      "2024-01-01 00:00:00",
      "2024-02-01 00:00:00"
    ])
    expect(bounds("2024-02-28", "2024-03-01", "DAY")).toEqual(["2024-02-29 00:00:00", "2024-03-01 00:00:00"])
    expect(bounds("2024-01-01 22:00:00", "2024-01-02 00:00:00", "HOUR")).toEqual([
      "2024-01-01 23:00:00",
      "2024-01-02 00:00:00"
    ])
    expect(bounds("2024-01-01", "2024-01-15", interval("WEEK"))).toEqual(["2024-01-08 00:00:00", "2024-01-15 00:00:00"])
    expect(bounds("2024-01-01", "2024-07-01", "QUARTER")).toEqual(["2024-04-01 00:00:00", "2024-07-01 00:00:00"])
    expect(bounds(1000, 3000, interval("NUMBER", 1000))).toEqual(["2000", "3000"])
  })

  it("bears none when the table is empty", () => {
    expect(intervalPartitions("2024-01-01", "2024-01-01", "DAY")).toEqual([])
  })

  it("refuses an end that is not on the grid", () => {
    expect(() => intervalPartitions("2024-01-01", "2024-02-15", "MONTH")).toThrow(RangeError)
    expect(() => intervalPartitions(0, 15, interval("NUMBER", 10))).toThrow("No whole number of 10 leads from 0 to 15.")
  })

  it("numbers system names from one counter and fills facts per partition", () => {
    const made = intervalPartitions("2024-01-01", "2024-01-03", "DAY", {
      firstNumber: 900,
      rowCount: (at) => at * 10,
      bytes: 8
    })
    expect(made.map(({ name, isInterval, rowCount, bytes }) => [name, isInterval, rowCount, bytes])).toEqual([
      ["SYS_P900", true, 0, 8],
      ["SYS_P901", true, 10, 8]
    ])
  })

  it("counts as many days as the calendar has between two dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }), (start, days) => {
        const from = addIntervals("1970-01-01", start, interval("DAY"))
        const to = addIntervals("1970-01-01", start + days, interval("DAY"))
        expect(intervalPartitions(from, to, "DAY")).toHaveLength(days)
        expect(Date.parse(`${to.replace(" ", "T")}Z`) - Date.parse(`${from.replace(" ", "T")}Z`)).toBe(
          days * 86_400_000
        )
      })
    )
  })
})

describe("intervalPartitioning", () => {
  it("starts with an explicit anchor that is empty once others hold the rows", () => {
    const made = intervalPartitioning("AT", "MONTH", "2023-01-01", {
      partitions: intervalPartitions("2023-01-01", "2023-02-01", "MONTH", { rowCount: 9 }),
      subpartitioning: hashSubpartitioning("ID", 8)
    })
    expect(made).toMatchObject({
      type: "range",
      columns: ["AT"],
      interval: { unit: "MONTH", value: "1" },
      intervalText: "NUMTOYMINTERVAL(1,'MONTH')",
      partitions: [
        {
          name: "P_ANCHOR",
          isInterval: false,
          rowCount: 0,
          bytes: 0,
          subpartitionCount: 8,
          bound: { value: "2023-01-01 00:00:00" }
        },
        { isInterval: true, rowCount: 9 }
      ]
    })
  })
})

describe("rangePartitions", () => {
  it("keeps names and order and knows MAXVALUE", () => {
    expect(
      rangePartitions({ P1: "2024-01-01", P2: 7, PMAX: "MAXVALUE", PX: "'A'" }).map(({ name, bound: upper }) => [
        name,
        upper?.type
      ])
    ).toEqual([
      ["P1", "datetime"],
      ["P2", "number"],
      ["PMAX", "maxvalue"],
      ["PX", "other"]
    ])
  })
})

describe("intervalText", () => {
  it.each([
    ["YEAR", 1, "NUMTOYMINTERVAL(1,'YEAR')"],
    ["QUARTER", 1, "NUMTOYMINTERVAL(3,'MONTH')"],
    ["WEEK", 2, "NUMTODSINTERVAL(14,'DAY')"],
    ["MINUTE", 15, "NUMTODSINTERVAL(15,'MINUTE')"],
    ["NUMBER", 10000, "10000"]
  ] as const)("writes %s %i as Oracle keeps it", (unit, value, text) => {
    expect(intervalText(interval(unit, value))).toBe(text)
  })
})

describe("bound", () => {
  it("refuses dates that do not exist", () => {
    expect(() => bound("2024-02-30")).toThrow('"2024-02-30" is no date')
    expect(() => datetime("2023-02-29 00:00:00")).toThrow(RangeError)
    expect(bound("2024-02-29")).toEqual({ type: "datetime", value: "2024-02-29 00:00:00" })
  })
})
