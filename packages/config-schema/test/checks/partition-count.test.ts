import { column, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { partitionCount } from "../../src/checks/partition-count.ts"
import { askCheck } from "../ask-check.ts"

const ask = (target: { readonly [key: string]: unknown }, rowCount: number | null = 1_000_000) =>
  askCheck(partitionCount, {
    source: tableModel({
      columns: [
        "ORDER_ID NUMBER",
        column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-01-01 00:00:00", high: "2024-02-29 23:00:00" } })
      ],
      statistics: { rowCount }
    }),
    table: { target_configuration: { initial_partition_value: "DATE '2024-01-01'", ...target } }
  })

describe("OP137 partition-count", () => {
  it("says nothing up to 10,000 pieces", () => {
    expect(ask({ interval_type: "DAY", subpartition_count: 64 })).toEqual([])
  })

  it("counts 60 days of hours with 8 subpartitions", () => {
    const [finding] = ask({ interval_type: "HOUR", subpartition_count: 8 })
    expect(finding).toMatchObject({
      code: "OP137",
      severity: "warning",
      path: "/tables/0/target_configuration/interval_type"
    })
    expect(finding?.evidence).toMatchObject({ partitions: 60 * 24 + 1, fragments: (60 * 24 + 1) * 8 })
  })

  it("speaks louder above 50,000 pieces", () => {
    const [finding] = ask({ interval_type: "HOUR", subpartition_count: 64 })
    expect(finding?.evidence).toMatchObject({ limit: 50_000 })
    expect(finding?.advice).toContain("before going on")
  })

  it("never counts more partitions than rows", () => {
    expect(ask({ interval_type: "MINUTE", subpartition_count: 8 }, 1000)).toEqual([])
  })

  it("is silent while the key's values are unknown", () => {
    expect(
      askCheck(partitionCount, {
        source: tableModel(),
        table: { target_configuration: { interval_type: "MINUTE", subpartition_count: 1024 } }
      })
    ).toEqual([])
  })

  it("draws the line behind exactly 10,000 pieces", () => {
    const upTo = (high: string) =>
      askCheck(partitionCount, {
        source: tableModel({
          columns: [
            "ORDER_ID NUMBER",
            column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-01-01 00:00:00", high } })
          ]
        }),
        table: {
          target_configuration: {
            interval_type: "HOUR",
            subpartition_count: 8,
            initial_partition_value: "DATE '2024-01-01'"
          }
        }
      })
    expect(upTo("2024-02-22 00:00:00")).toEqual([])
    expect(upTo("2024-02-22 01:00:00")[0]?.evidence).toMatchObject({ fragments: 10_008 })
  })

  it("leaves the subpartitions out of the words where there are none", () => {
    const plain = { subpartition_type: "NONE", subpartition_column: undefined, subpartition_count: undefined }
    expect(ask({ ...plain, interval_type: "MINUTE" })[0]?.what).toContain("partitions by MINUTE")
  })
})
