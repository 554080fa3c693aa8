import type { TableModel } from "@orapart/contract"
import {
  bound,
  column,
  intervalPartitioning,
  intervalPartitions,
  partition,
  partitioning,
  rangePartitions,
  tableModel
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import type { PartialIntervalWishes } from "../../src/index.ts"
import { nameRangeSection, reachIntervalTarget, transitionPoint } from "../../src/interval-actions/index.ts"

const wishes: PartialIntervalWishes = {
  partition_column: "ORDER_DATE",
  interval_type: "MONTH",
  interval_value: 1,
  subpartition_type: "HASH",
  subpartition_column: "ORDER_ID",
  subpartition_count: 8
}

const monthly = (anchor: string, given: Parameters<typeof intervalPartitioning>[3] = {}): TableModel =>
  tableModel({
    columns: [
      "ORDER_ID NUMBER(12) NOT NULL",
      column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
    ],
    partitioning: intervalPartitioning("ORDER_DATE", "MONTH", anchor, given)
  })

const section = (table: TableModel) =>
  table.partitioning?.partitions.map(({ bound: upper, name }) => [
    name,
    upper?.type === "datetime" ? upper.value.slice(0, 10) : null
  ])

describe("nameRangeSection", () => {
  it("keeps names that people gave and calls a single system name P_ANCHOR", () => {
    const named = nameRangeSection([partition("P_OLD"), partition("SYS_P12"), partition("Y2024")])
    expect(named.map((one) => one.name)).toEqual(["P_OLD", "P_ANCHOR", "Y2024"])
  })

  it("numbers several system names and skips names that are taken", () => {
    const named = nameRangeSection([
      partition("SYS_P1"),
      partition("P_ANCHOR_1"),
      partition("SYS_P2"),
      partition("SYS_PX")
    ])
    expect(named.map((one) => one.name)).toEqual(["P_ANCHOR_2", "P_ANCHOR_1", "P_ANCHOR_3", "SYS_PX"])
  })

  it("does not give P_ANCHOR twice", () => {
    expect(nameRangeSection([partition("P_ANCHOR"), partition("SYS_P1")]).map((one) => one.name)).toEqual([
      "P_ANCHOR",
      "P_ANCHOR_1"
    ])
  })
})

describe("transitionPoint", () => {
  it("is the bound of the last explicit partition, not of the last partition", () => {
    const layout = intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", {
      partitions: intervalPartitions("2024-01-01", "2024-04-01", "MONTH")
    })
    expect(transitionPoint(layout)).toEqual(bound("2024-01-01"))
  })

  it("is null when nothing is explicit", () => {
    expect(transitionPoint(partitioning("ORDER_DATE"))).toBeNull()
  })
})

describe("reachIntervalTarget for an interval table", () => {
  it("keeps the explicit partitions and lets go of those the interval made", () => {
    const source = monthly("2020-01-15", {
      anchorName: "BEFORE_2020",
      partitions: intervalPartitions("2020-01-15", "2020-03-15", "MONTH")
    })
    const target = reachIntervalTarget(source, wishes)
    expect(section(target)).toEqual([["BEFORE_2020", "2020-01-15"]])
    expect(target.partitioning?.partitions[0]).toMatchObject({ subpartitionCount: 8, rowCount: null, bytes: null })
  })

  it("keeps all of several explicit partitions, as SET INTERVAL leaves them behind", () => {
    const explicit = rangePartitions({ P2022: "2023-01-01", SYS_P341: "2023-02-01", SYS_P342: "2023-03-01" })
    const source = monthly("2020-01-01", {})
    const rebased = {
      ...source,
      partitioning: partitioning("ORDER_DATE", { interval: { unit: "MONTH", value: "1" }, partitions: explicit })
    }
    expect(section(reachIntervalTarget(rebased, wishes))).toEqual([
      ["P2022", "2023-01-01"],
      ["P_ANCHOR_1", "2023-02-01"],
      ["P_ANCHOR_2", "2023-03-01"]
    ])
  })

  it("keeps them for another interval whose natural bound the transition point is", () => {
    const hourly = { ...wishes, interval_type: "HOUR" } as const
    expect(section(reachIntervalTarget(monthly("2020-01-15"), hourly))).toEqual([["P_ANCHOR", "2020-01-15"]])
  })

  it("begins anew when the transition point is no natural bound of the new interval", () => {
    const daily = tableModel({
      columns: [
        "ORDER_ID NUMBER(12) NOT NULL",
        column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-03-05 10:00:00" } })
      ],
      partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-05-17", { anchorName: "P_MAY" })
    })
    expect(section(reachIntervalTarget(daily, wishes))).toEqual([["P_ANCHOR", "2024-03-01"]])
  })

  it("begins anew at initial_partition_value when the wishes name one", () => {
    const target = reachIntervalTarget(monthly("2020-01-15", { anchorName: "OLD" }), {
      ...wishes,
      initial_partition_value: "DATE '2024-02-01'"
    })
    expect(section(target)).toEqual([["P_ANCHOR", "2024-02-01"]])
  })

  it("begins anew when the key changes", () => {
    const source = tableModel({
      columns: [
        "ORDER_ID NUMBER(12) NOT NULL",
        "ORDER_DATE DATE NOT NULL",
        column("PAID DATE NOT NULL", { statistics: { low: "2024-03-05 10:00:00" } })
      ],
      partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2020-01-01")
    })
    expect(section(reachIntervalTarget(source, { ...wishes, partition_column: "PAID" }))).toEqual([
      ["P_ANCHOR", "2024-03-01"]
    ])
  })

  it("keeps the tablespaces of today unless the wishes place the table", () => {
    const source = monthly("2020-01-01", { storeIn: ["TS1", "TS2"], partitions: [] })
    const placed = (given: PartialIntervalWishes) => reachIntervalTarget(source, { ...wishes, ...given }).partitioning
    expect(placed({})).toMatchObject({ storeIn: ["TS1", "TS2"], partitions: [{ tablespace: "USERS" }] })
    expect(placed({ tablespace: "NEW" })).toMatchObject({ storeIn: [], partitions: [{ tablespace: "NEW" }] })
    expect(placed({ store_in: ["A", "B"] })).toMatchObject({ storeIn: ["A", "B"] })
  })
})

describe("reachIntervalTarget for other tables", () => {
  it("makes one first partition just below the smallest key of a heap", () => {
    const source = { ...monthly("2020-01-01"), partitioning: null }
    expect(section(reachIntervalTarget(source, wishes))).toEqual([["P_ANCHOR", "2024-03-01"]])
  })

  it("does not keep the partitions of a range table without interval", () => {
    const source = {
      ...monthly("2020-01-01"),
      partitioning: partitioning("ORDER_DATE", { partitions: rangePartitions({ P1: "2024-01-01", PMAX: "MAXVALUE" }) })
    }
    expect(section(reachIntervalTarget(source, wishes))).toEqual([["P_ANCHOR", "2024-03-01"]])
  })
})
