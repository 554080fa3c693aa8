import { index, intervalPartitioning, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { factsDrift } from "../../src/checks/facts-drift.ts"
import { askCheck } from "../ask-check.ts"

const heap = tableModel({
  columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE NOT NULL", "STATUS VARCHAR2(20)"],
  indexes: [index("A_IX", "ORDER_DATE")],
  statistics: { rowCount: 1000 }
})
const interval = tableModel({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01") })

const askState = (current_state: { readonly [key: string]: unknown }, source = heap) =>
  askCheck(factsDrift, { source, table: { current_state } })
const askColumns = (columns: { readonly [key: string]: unknown }) =>
  askCheck(factsDrift, { source: heap, table: { available_columns: columns } })

describe("OP125 facts-drift", () => {
  it("says nothing where config and snapshot agree", () => {
    expect(
      askState({
        is_partitioned: false,
        partition_type: "NONE",
        index_count: 1,
        lob_count: 0,
        row_count: 1900,
        size_gb: 99
      })
    ).toEqual([])
    expect(
      askState(
        {
          is_partitioned: true,
          partition_type: "RANGE",
          is_interval: true,
          current_partition_key: "ORDER_DATE",
          has_subpartitions: false
        },
        interval
      )
    ).toEqual([])
  })

  it("reads the predecessor's interval text and its INTERVAL as type", () => {
    const state = { partition_type: "INTERVAL", interval_definition: "INTERVAL(NUMTOYMINTERVAL(1,'MONTH'))" }
    expect(askState(state, interval)).toEqual([])
  })

  it("takes a null for not known", () => {
    expect(askState({ row_count: null, is_interval: null, partition_type: null })).toEqual([])
  })

  it("tells both values of everything that differs in one finding", () => {
    const findings = askState({ is_partitioned: true, partition_type: "RANGE", index_count: 3 })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP125", severity: "warning", path: "/tables/0/current_state" })
    expect(findings[0]?.what).toBe(
      "HR.ORDERS is not what current_state says: is_partitioned (config true, snapshot false), partition_type (config RANGE, snapshot NONE) and index_count (config 3, snapshot 1)."
    )
  })

  it("finds another interval and another key", () => {
    const [finding] = askState(
      { interval_definition: "NUMTODSINTERVAL(1,'DAY')", current_partition_key: "SHIP_DATE" },
      interval
    )
    expect(finding?.what).toContain(
      "interval_definition (config NUMTODSINTERVAL(1,'DAY'), snapshot NUMTOYMINTERVAL(1,'MONTH'))"
    )
    expect(finding?.what).toContain("current_partition_key (config SHIP_DATE, snapshot ORDER_DATE)")
  })

  it("calls a row count another table's only from twice or half on", () => {
    expect(askState({ row_count: 2000 })).toEqual([])
    expect(askState({ row_count: 2001 })[0]?.what).toContain("row_count (config 2001, snapshot 1000)")
    expect(askState({ row_count: 499 })[0]?.what).toContain("row_count")
  })

  it("compares listed columns by name, type and nullability", () => {
    const same = [
      { name: "ORDER_ID", type: "NUMBER", nullable: "N" },
      { name: "STATUS", type: "VARCHAR2(20)", nullable: "Y" }
    ]
    expect(askColumns({ numeric_columns: same })).toEqual([])
    const [finding] = askColumns({
      timestamp_columns: [{ name: "SHIP_DATE", type: "DATE" }],
      string_columns: [{ name: "STATUS", type: "VARCHAR2(30)", nullable: "N" }]
    })
    expect(finding).toMatchObject({ path: "/tables/0/available_columns" })
    expect(finding?.what).toContain("column SHIP_DATE (config there, snapshot not there)")
    expect(finding?.what).toContain("type of STATUS (config VARCHAR2(30), snapshot VARCHAR2(20 BYTE))")
    expect(finding?.what).toContain("nullable of STATUS (config N, snapshot Y)")
  })

  it("compares the kind of partitioning of interval tables and heaps", () => {
    expect(askState({ partition_type: "LIST" }, interval)[0]?.what).toContain(
      "partition_type (config LIST, snapshot RANGE)"
    )
    expect(askState({ partition_type: "INTERVAL" })[0]?.what).toContain(
      "partition_type (config INTERVAL, snapshot NONE)"
    )
  })
})
