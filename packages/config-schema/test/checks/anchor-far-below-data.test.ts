import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { anchorFarBelowData } from "../../src/checks/anchor-far-below-data.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({
  columns: [
    "ORDER_ID NUMBER NOT NULL",
    column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2020-01-01 00:00:00", high: "2025-01-01 00:00:00" } })
  ]
})
const ask = (target: { readonly [key: string]: unknown }) =>
  askCheck(anchorFarBelowData, { source, table: { target_configuration: target } })

describe("OP133 anchor-far-below-data", () => {
  it("counts the positions between 1900 and the data, times the subpartitions", () => {
    const [finding] = ask({ initial_partition_value: "DATE '1900-01-01'" })
    expect(finding).toMatchObject({
      code: "OP133",
      severity: "warning",
      path: "/tables/0/target_configuration/initial_partition_value"
    })
    // 43,829 days from 1900-01-01 to 2020-01-01.
    expect(finding?.what).toContain("43,829 partitions below the smallest key 2020-01-01")
    expect(finding?.what).toContain("33 % of all 1,048,575 positions")
    expect(finding?.advice).toContain("TO_DATE('2020-01-01', 'YYYY-MM-DD')")
  })

  it("says nothing where less than a tenth is wasted", () => {
    expect(ask({ initial_partition_value: "DATE '1900-01-01'", interval_type: "MONTH" })).toEqual([])
    expect(ask({ initial_partition_value: "DATE '2019-12-01'" })).toEqual([])
  })

  it("weighs subpartitions", () => {
    expect(ask({ initial_partition_value: "DATE '1990-01-01'", subpartition_count: 8 })).toEqual([])
    expect(ask({ initial_partition_value: "DATE '1990-01-01'", subpartition_count: 16 })).toHaveLength(1)
  })

  it("counts what is wasted, subpartitions included", () => {
    expect(ask({ initial_partition_value: "DATE '1900-01-01'" })[0]?.evidence["wasted"]).toBe(43_829 * 8)
  })
})
