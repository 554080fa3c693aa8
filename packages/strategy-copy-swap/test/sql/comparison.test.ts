import type { Interval } from "@orapart/contract"
import {
  column,
  interval,
  intervalPartitioning,
  partitioning,
  rangePartitions,
  tableModel
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { comparisonData } from "../../src/sql/comparison.ts"
import { linesOf } from "../read-data.ts"
import { monthly } from "../strategy-input.ts"

const columns = ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL"]

const slotOf = (unit: Interval) =>
  comparisonData(tableModel({ partitioning: intervalPartitioning("ORDER_DATE", unit, "2024-01-01") }))

describe("comparisonData", () => {
  it.each(["MONTH", "QUARTER", "YEAR"] as const)("counts rows per month for an interval of unit %s", (unit) => {
    expect(slotOf(interval(unit))).toMatchObject({
      slot: "TO_CHAR(TRUNC(t.ORDER_DATE, 'MM'), 'YYYY-MM-DD')",
      slotLabel: "month from"
    })
  })

  it.each(["MINUTE", "HOUR", "DAY", "WEEK"] as const)("counts rows per day for an interval of unit %s", (unit) => {
    expect(slotOf(interval(unit))).toMatchObject({
      slot: "TO_CHAR(TRUNC(t.ORDER_DATE, 'DD'), 'YYYY-MM-DD')",
      slotLabel: "day"
    })
  })

  it("counts rows per interval of a numeric key", () => {
    const numeric = tableModel({ partitioning: intervalPartitioning("ORDER_ID", interval("NUMBER", 1_000_000), 0) })
    expect(comparisonData(numeric)).toMatchObject({ slot: "FLOOR(t.ORDER_ID / 1000000)", slotLabel: "interval" })
  })

  it("counts the whole table in one slot when there is no interval", () => {
    const ranges = partitioning("ORDER_DATE", { partitions: rangePartitions({ P1: "2024-01-01" }) })
    expect(comparisonData(tableModel({ partitioning: ranges }))).toMatchObject({ slot: "0", slotLabel: "table" })
    expect(comparisonData(tableModel())).toMatchObject({ slot: "0", slotLabel: "table" })
  })

  it("quotes a key of mixed case", () => {
    const table = tableModel({
      columns: ['"Order Date" DATE NOT NULL', "ORDER_ID NUMBER"],
      partitioning: monthly({ columns: ["Order Date"] })
    })
    expect(comparisonData(table)).toMatchObject({ slot: `TO_CHAR(TRUNC(t."Order Date", 'MM'), 'YYYY-MM-DD')` })
  })

  it("hashes stored columns only: invisible ones yes, virtual ones and those that Oracle made no", () => {
    const made = column("SYS_NC00009$ NUMBER", { isHidden: true, isUserGenerated: false })
    const table = tableModel({
      columns: [
        ...columns,
        "NOTE VARCHAR2(10) INVISIBLE",
        'TWICE NUMBER GENERATED ALWAYS AS ("ORDER_ID" * 2) VIRTUAL',
        made
      ]
    })
    const data = comparisonData(table)
    const hash = linesOf(data, "rowHash").join("\n")
    expect(data["columnCount"]).toBe(3)
    for (const name of ["ORDER_ID", "ORDER_DATE", "NOTE"]) expect(hash).toContain(`t.${name},`)
    expect(hash).not.toContain("TWICE")
    expect(hash).not.toContain("SYS_NC")
  })

  it("counts a column that cannot be compared but does not hash it", () => {
    const data = comparisonData(tableModel({ columns: [...columns, "DOC JSON"] }))
    expect(data["columnCount"]).toBe(3)
    expect(linesOf(data, "rowHash").join("\n")).not.toContain("DOC")
  })

  it("hashes ORA_ARCHIVE_STATE of a table that archives rows", () => {
    const state = column("ORA_ARCHIVE_STATE VARCHAR2(4000)", { isHidden: true, isUserGenerated: false })
    const archived = tableModel({ columns: [...columns, state], storage: { isRowArchival: true } })
    expect(linesOf(comparisonData(archived), "rowHash").join("\n")).toContain("t.ORA_ARCHIVE_STATE,")
  })
})
