import { column, intervalPartitioning, tableModel } from "@orapart/testkit/builders"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anchorAboveData } from "../../src/checks/anchor-above-data.ts"
import { askCheck } from "../ask-check.ts"

const source = (low: string, high: string) =>
  tableModel({
    columns: ["ORDER_ID NUMBER NOT NULL", column("ORDER_DATE DATE NOT NULL", { statistics: { low, high } })]
  })

const ask = (initial_partition_value: unknown, low = "2020-03-15 10:00:00", high = "2025-12-31 23:00:00") =>
  askCheck(anchorAboveData, {
    source: source(low, high),
    table: { target_configuration: { interval_type: "MONTH", initial_partition_value } }
  })

describe("OP132 anchor-above-data", () => {
  it("says nothing of a first bound at or below the smallest key", () => {
    expect(ask("DATE '2020-03-01'")).toEqual([])
    expect(ask("TO_DATE('2020-03-15 10:00:00', 'YYYY-MM-DD HH24:MI:SS')")).toEqual([])
  })

  it("tells which history would share one partition, and the bound to use", () => {
    const [finding] = ask("DATE '2024-01-01'")
    expect(finding).toMatchObject({
      code: "OP132",
      severity: "warning",
      path: "/tables/0/target_configuration/initial_partition_value"
    })
    expect(finding?.what).toContain("from 2020-03-15 10:00:00 on, below the first bound 2024-01-01")
    expect(finding?.why).toContain("up to 46 partitions")
    expect(finding?.advice).toBe("Use TO_DATE('2020-03-01', 'YYYY-MM-DD') as initial_partition_value.")
  })

  it("says so when all rows lie below", () => {
    expect(ask("DATE '2026-01-01'")[0]?.what).toMatch(/^All rows of HR.ORDERS/)
  })

  it("says nothing while the smallest key is unknown", () => {
    const unknown = tableModel()
    expect(askCheck(anchorAboveData, { source: unknown })).toEqual([])
  })

  it("leaves explicit partitions alone that a kept layout has below its transition point", () => {
    const kept = {
      partition_column: undefined,
      interval_type: undefined,
      interval_value: undefined,
      initial_partition_value: undefined
    }
    const partitioned = {
      ...source("2020-03-15 10:00:00", "2025-12-31 00:00:00"),
      partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01")
    }
    expect(askCheck(anchorAboveData, { source: partitioned, table: { target_configuration: kept } })).toEqual([])
  })

  it("speaks of all rows only when every one lies below", () => {
    expect(ask("DATE '2025-12-01'", "2020-03-15 10:00:00", "2025-12-01 00:00:00")[0]?.what).toMatch(/^Rows of/)
    expect(ask("DATE '2025-12-01'", "2020-03-15 10:00:00", "2025-11-30 23:59:59")[0]?.what).toMatch(/^All rows of/)
    const noHigh = tableModel({
      columns: ["ORDER_ID NUMBER", column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2020-01-01 00:00:00" } })]
    })
    expect(askCheck(anchorAboveData, { source: noHigh })[0]?.what).toMatch(/^Rows of/)
  })

  it("proposes a bound that leaves nothing below it, for any smallest key and unit", () => {
    const moment = fc.date({
      min: new Date("1950-01-01T00:00:00Z"),
      max: new Date("2023-12-31T00:00:00Z"),
      noInvalidDate: true
    })
    const unit = fc.constantFrom("MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR")
    fc.assert(
      fc.property(moment, unit, fc.integer({ min: 1, max: 5 }), (low, interval_type, interval_value) => {
        const text = low.toISOString().slice(0, 19).replace("T", " ")
        const table = source(text, "2025-12-31 23:00:00")
        const given = { interval_type, interval_value, initial_partition_value: "DATE '2024-01-01'" }
        const [before] = askCheck(anchorAboveData, { source: table, table: { target_configuration: given } })
        const proposed = /^Use (.*) as initial_partition_value\.$/.exec(before?.advice ?? "")?.[1]
        expect(proposed).toBeDefined()
        const after = { ...given, initial_partition_value: proposed }
        expect(askCheck(anchorAboveData, { source: table, table: { target_configuration: after } })).toEqual([])
      })
    )
  })
})
