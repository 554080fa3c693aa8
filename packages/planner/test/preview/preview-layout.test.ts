import type { PartitioningModel, TableModel } from "@orapart/contract"
import {
  column,
  hashSubpartitioning,
  intervalPartitioning,
  intervalPartitions,
  partitioning,
  rangePartitions,
  tableModel
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { checkPositions, previewLayout } from "../../src/preview/preview-layout.ts"

const keyed = (low: string | null, high: string | null, given: Parameters<typeof tableModel>[0] = {}): TableModel =>
  tableModel({
    columns: ["ORDER_ID NUMBER(12) NOT NULL", column("ORDER_DATE DATE NOT NULL", { statistics: { low, high } })],
    ...given
  })

const preview = (source: TableModel, layout: PartitioningModel | null) =>
  previewLayout(source, { ...source, partitioning: layout })

const monthly = (anchor: string, subpartitions: number | null = null): PartitioningModel =>
  intervalPartitioning(
    "ORDER_DATE",
    "MONTH",
    anchor,
    subpartitions === null ? {} : { subpartitioning: hashSubpartitioning("ORDER_ID", subpartitions) }
  )

describe("previewLayout from statistics", () => {
  it("counts the slots from the smallest to the largest key and spreads the rows over them", () => {
    const source = keyed("2024-01-15 00:00:00", "2024-12-31 23:59:59", { statistics: { rowCount: 1200 } })
    expect(preview(source, monthly("2024-01-01"))).toMatchObject({
      interval: "NUMTOYMINTERVAL(1,'MONTH')",
      partitions: 12,
      subpartitionsPerPartition: 0,
      rowsPerPartition: 100,
      from: "2024-01-01",
      to: "2024-12-01",
      histogram: []
    })
  })

  it("counts the explicit partitions that rows reach, each as one", () => {
    const layout = partitioning("ORDER_DATE", {
      interval: { unit: "MONTH", value: "1" },
      partitions: rangePartitions({ P2021: "2022-01-01", P2022: "2023-01-01", P2023: "2024-01-01" })
    })
    const source = keyed("2022-06-01 00:00:00", "2024-03-05 00:00:00")
    expect(preview(source, layout)).toMatchObject({ partitions: 5, from: "2022-01-01", to: "2024-03-01" })
  })

  it("calls the slot below the first bound by that bound", () => {
    expect(preview(keyed("2019-01-01 00:00:00", "2019-02-01 00:00:00"), monthly("2024-01-01"))).toMatchObject({
      partitions: 1,
      from: "below 2024-01-01",
      to: "below 2024-01-01"
    })
  })

  it("counts positions from the first bound with every subpartition", () => {
    // Position of December 2024 counted from 2024-01-01: 1 + 11 + 1 = 13, times 8 subpartitions.
    const source = keyed("2024-01-15 00:00:00", "2024-12-31 00:00:00")
    expect(preview(source, monthly("2024-01-01", 8)).positionsUsed).toBe(104)
  })

  it("is null where the snapshot knows nothing", () => {
    expect(preview(keyed(null, null), monthly("2024-01-01", 8))).toMatchObject({
      partitions: null,
      rowsPerPartition: null,
      from: null,
      to: null,
      positionsUsed: null,
      histogram: []
    })
  })

  it("tells how even the hash is: 12 subpartitions are worse than 16", () => {
    const [even, uneven] = [16, 12].map(
      (count) => preview(keyed(null, null), monthly("2024-01-01", count)).hashMaxOverMean ?? 0
    )
    expect(even).toBeLessThan(1.1)
    expect(uneven).toBeGreaterThan(1.4)
    expect(preview(keyed(null, null), monthly("2024-01-01")).hashMaxOverMean).toBeNull()
  })

  it("is empty for a target that is not partitioned", () => {
    expect(preview(keyed("2024-01-15 00:00:00", "2024-12-31 00:00:00"), null)).toMatchObject({
      interval: "",
      partitions: null
    })
  })

  it("works on numbers with fractions of the interval", () => {
    const source = tableModel({
      columns: ["ORDER_DATE DATE", column("ORDER_ID NUMBER(12)", { statistics: { low: "-5", high: "29999" } })]
    })
    const layout = intervalPartitioning("ORDER_ID", { unit: "NUMBER", value: "10000" }, 0)
    expect(preview(source, layout)).toMatchObject({ partitions: 4, from: "below 0", to: "20000", positionsUsed: 4 })
  })
})

describe("previewLayout from existing partitions", () => {
  const daily = (rowCount: (index: number) => number, given: Parameters<typeof intervalPartitions>[3] = {}) =>
    tableModel({
      statistics: { rowCount: 1 },
      partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01", {
        partitions: intervalPartitions("2024-01-01", "2024-02-10", "DAY", { rowCount, ...given })
      })
    })

  it("adds up finer partitions to a histogram and counts partitions by it", () => {
    expect(
      preview(
        daily(() => 10),
        monthly("2024-01-01")
      )
    ).toMatchObject({
      partitions: 2,
      rowsPerPartition: 200,
      histogram: [
        { from: "2024-01-01", rows: 310 },
        { from: "2024-02-01", rows: 90 }
      ]
    })
  })

  it("leaves out slots without rows", () => {
    expect(
      preview(
        daily((index) => (index < 31 ? 0 : 1)),
        monthly("2024-01-01")
      ).histogram
    ).toEqual([{ from: "2024-02-01", rows: 9 }])
  })

  it("has no histogram when a partition would be spread over several slots", () => {
    const hourly = intervalPartitioning("ORDER_DATE", "HOUR", "2024-01-01")
    expect(
      preview(
        daily(() => 10),
        hourly
      )
    ).toMatchObject({ histogram: [], from: "2024-01-01" })
  })

  it("adds up months to quarters", () => {
    const source = tableModel({
      partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", {
        partitions: intervalPartitions("2024-01-01", "2024-06-01", "MONTH", { rowCount: (index) => index + 1 })
      })
    })
    expect(preview(source, intervalPartitioning("ORDER_DATE", "QUARTER", "2024-01-01")).histogram).toEqual([
      { from: "2024-01-01", rows: 6 },
      { from: "2024-04-01", rows: 9 }
    ])
  })

  it("has no histogram when a single partition has an unknown row count or lies in two slots", () => {
    const source = (second: Parameters<typeof intervalPartitions>) =>
      tableModel({
        partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01", {
          partitions: [
            ...intervalPartitions("2024-01-01", "2024-01-02", "DAY", { rowCount: 3 }),
            ...intervalPartitions(...second)
          ]
        })
      })
    const weekly = intervalPartitioning("ORDER_DATE", "WEEK", "2024-01-01")
    const oneDay = ["2024-01-08", "2024-01-09", "DAY"] as const
    expect(preview(source([...oneDay, { rowCount: 4 }]), weekly).histogram).toHaveLength(2)
    expect(preview(source([...oneDay, { rowCount: null }]), weekly).histogram).toEqual([])
    const crossing = intervalPartitioning("ORDER_DATE", { unit: "HOUR", value: "36" }, "2024-01-01")
    expect(preview(source([...oneDay, { rowCount: 4 }]), crossing).histogram).toEqual([])
  })

  it("has no histogram when a row count is unknown or the key changes", () => {
    expect(
      preview(
        daily(() => 1, { rowCount: null }),
        monthly("2024-01-01")
      ).histogram
    ).toEqual([])
    expect(
      preview(
        daily(() => 1),
        intervalPartitioning("ORDER_ID", { unit: "NUMBER", value: "10" }, 0)
      ).histogram
    ).toEqual([])
  })

  it("does not count the gap below an interval partition to it", () => {
    const source = tableModel({
      partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01", {
        partitions: intervalPartitions("2024-06-01", "2024-06-02", "DAY", { rowCount: 5 })
      })
    })
    expect(preview(source, monthly("2024-01-01")).histogram).toEqual([{ from: "2024-06-01", rows: 5 }])
  })

  it("finds the range of keys by bounds when statistics are missing", () => {
    expect(
      preview(
        daily(() => 1, { rowCount: null }),
        monthly("2024-01-01")
      )
    ).toMatchObject({ partitions: 2, from: "2024-01-01", to: "2024-02-01" })
  })

  it("puts rows of the range section into the explicit partition that holds them", () => {
    const section = rangePartitions({ P_OLD: "2023-01-01", P_2023: "2024-01-01" }, { rowCount: 7 })
    const layout = partitioning("ORDER_DATE", { interval: { unit: "MONTH", value: "1" }, partitions: section })
    expect(preview(tableModel({ partitioning: layout }), layout).histogram).toEqual([
      { from: "below 2023-01-01", rows: 7 },
      { from: "2023-01-01", rows: 7 }
    ])
  })
})

describe("checkPositions", () => {
  const check = (anchor: string, subpartitions: number, high: string) => {
    const source = keyed("2024-01-01 00:00:00", high)
    const target = {
      ...source,
      partitioning: intervalPartitioning("ORDER_DATE", "DAY", anchor, {
        subpartitioning: hashSubpartitioning("ORDER_ID", subpartitions)
      })
    }
    return checkPositions(target, previewLayout(source, target))
  }

  it("refuses a largest key beyond the last position and says where the table ends", () => {
    // The rule book's example: DAY with 32 subpartitions from 1900-01-01 ends in September 1989.
    const [finding] = check("1900-01-01", 32, "2026-01-01 00:00:00")
    expect(finding).toMatchObject({ code: "OP232", severity: "error" })
    expect(finding?.what).toContain("1989-09")
    expect(finding?.why).toContain("ORA-14300")
  })

  it("takes the same keys with a first bound near them", () => {
    expect(check("2024-01-01", 32, "2026-01-01 00:00:00")).toEqual([])
  })

  it("takes a key at the last position and refuses the next one", () => {
    // 1023 partitions of 1024 subpartitions fit: the anchor and 1022 days from 2024-01-01 (last one 2026-10-18).
    expect(check("2024-01-01", 1024, "2026-10-18 23:59:59")).toEqual([])
    expect(check("2024-01-01", 1024, "2026-10-19 00:00:00")).toHaveLength(1)
  })
})
