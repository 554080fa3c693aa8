import type { PartitionBound, TableModel } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import {
  buildIntervalTarget,
  readIntervalWishes,
  readPartialWishes,
  targetPartitioning
} from "../src/interval-target.ts"
import { column, partition, partitioning, statistics, table, wish } from "./builders.ts"

const at = (value: string): PartitionBound => ({ type: "datetime", value })

const orderDate = column("ORDER_DATE", "DATE", {
  position: 2,
  statistics: statistics("2023-05-17 10:00:00", "2024-12-31 23:59:59")
})
const heap = table([column("ORDER_ID", "NUMBER"), orderDate, column("SHIPPED", "DATE", { position: 3 })])

const monthly = partitioning(["ORDER_DATE"], {
  partitions: [
    partition("P2022", { bound: at("2023-01-01 00:00:00"), tablespace: "OLD_TS", rowCount: 5, bytes: 8192 }),
    partition("P2023", { bound: at("2024-01-01 00:00:00") }),
    partition("SYS_P1", { bound: at("2024-02-01 00:00:00"), isInterval: true })
  ]
})
const intervalTable: TableModel = { ...heap, partitioning: monthly }

/** The plan's own example for ORDERS, key for key. */
const predecessor = {
  partition_type: "INTERVAL",
  partition_column: "ORDER_DATE",
  interval_type: "DAY",
  interval_value: 1,
  initial_partition_value: "TO_DATE('2024-01-01', 'YYYY-MM-DD')",
  subpartition_type: "HASH",
  subpartition_column: "ORDER_ID",
  subpartition_count: 4,
  tablespace: "DATA_TS",
  parallel_degree: 2
}
const { initial_partition_value: _initial, ...withoutFirstBound } = predecessor

describe("readIntervalWishes", () => {
  it("gives back the keys of a validated entry", () => {
    expect(readIntervalWishes(wish(predecessor))).toEqual(predecessor)
  })

  it("fills a left-out key and interval with empty text and 0", () => {
    expect(readIntervalWishes(wish({ partition_type: "INTERVAL" }))).toMatchObject({
      partition_column: "",
      interval_value: 0
    })
  })
})

describe("readPartialWishes", () => {
  it("leaves out keys of another type", () => {
    const wishes = readPartialWishes(
      wish({
        partition_column: 5,
        interval_type: "DECADE",
        interval_value: "1",
        subpartition_count: null,
        tablespace: null,
        store_in: ["A", 7]
      })
    )
    expect(wishes).toEqual({ partition_type: "INTERVAL", store_in: ["A"] })
  })
})

describe("buildIntervalTarget", () => {
  const target = buildIntervalTarget(heap, readIntervalWishes(wish({ ...predecessor, store_in: ["TS1", "TS2"] })))

  it("has one explicit partition at the wished first bound", () => {
    expect(target.partitioning).toEqual({
      type: "range",
      columns: ["ORDER_DATE"],
      interval: { unit: "DAY", value: "1" },
      intervalText: "NUMTODSINTERVAL(1,'DAY')",
      storeIn: ["TS1", "TS2"],
      subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 4, storeIn: [] },
      partitions: [
        partition("P_ANCHOR", { bound: at("2024-01-01 00:00:00"), subpartitionCount: 4, tablespace: "DATA_TS" })
      ],
      isAutolist: false
    })
  })

  it("makes the partition key NOT NULL and leaves other columns as they are", () => {
    expect(target.columns.map((each) => each.nullable)).toEqual([true, false, true])
  })

  it("enables row movement and takes the wished tablespace", () => {
    expect(target.storage).toEqual({ ...heap.storage, tablespace: "DATA_TS", isRowMovementEnabled: true })
  })

  it("stays in the source's tablespace when none is wished", () => {
    const wishes = readPartialWishes(wish({ ...predecessor, tablespace: null }))
    expect(buildIntervalTarget(heap, wishes).storage.tablespace).toBe("USERS")
  })

  it("changes nothing else and not the source", () => {
    const before = JSON.stringify(heap)
    expect({ ...target, columns: [], partitioning: null, storage: heap.storage }).toEqual({ ...heap, columns: [] })
    expect(JSON.stringify(heap)).toBe(before)
  })

  it("recommends the anchor from the key's low value when no first bound is wished", () => {
    const built = buildIntervalTarget(heap, readPartialWishes(wish({ ...withoutFirstBound, interval_type: "MONTH" })))
    expect(built.partitioning?.partitions[0]?.bound).toEqual(at("2023-05-01 00:00:00"))
  })

  it("takes the source's own first bound where statistics are missing, and none where nothing is known", () => {
    const bare = { ...orderDate, statistics: null }
    const built = buildIntervalTarget({ ...intervalTable, columns: [bare] }, readPartialWishes(wish(withoutFirstBound)))
    expect(built.partitioning?.partitions[0]?.bound).toEqual(at("2023-01-01 00:00:00"))
    const unknown = buildIntervalTarget({ ...heap, columns: [bare] }, readPartialWishes(wish(withoutFirstBound)))
    expect(unknown.partitioning?.partitions[0]?.bound).toBeNull()
  })

  it("takes numeric bounds and intervals", () => {
    const built = buildIntervalTarget(
      heap,
      readPartialWishes(
        wish({
          partition_type: "INTERVAL",
          partition_column: "ORDER_ID",
          interval_type: "NUMBER",
          interval_value: 1e6,
          initial_partition_value: 1
        })
      )
    )
    expect(built.partitioning).toMatchObject({
      intervalText: "1000000",
      subpartitioning: null,
      partitions: [{ bound: { type: "number", value: "1" }, subpartitionCount: 0 }]
    })
  })

  it("keeps key, interval and range section of the source when only subpartitions are wished", () => {
    const hashOnly = {
      partition_type: "INTERVAL",
      subpartition_type: "HASH",
      subpartition_column: "ORDER_ID",
      subpartition_count: 8
    }
    for (const wishes of [readIntervalWishes(wish(hashOnly)), readPartialWishes(wish(hashOnly))]) {
      expect(buildIntervalTarget(intervalTable, wishes).partitioning).toEqual({
        ...monthly,
        subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 8, storeIn: [] },
        partitions: [
          partition("P2022", { bound: at("2023-01-01 00:00:00"), tablespace: "OLD_TS", subpartitionCount: 8 }),
          partition("P2023", { bound: at("2024-01-01 00:00:00"), subpartitionCount: 8 })
        ]
      })
    }
  })

  it("keeps the tablespaces that the source's hash subpartitions take in turn, unless it is placed elsewhere", () => {
    const subpartitioning = { type: "hash", columns: ["ORDER_ID"], count: 4, storeIn: ["TS1", "TS2"] } as const
    const composite = { ...intervalTable, partitioning: { ...monthly, subpartitioning } }
    const storeIn = (extra: object) =>
      buildIntervalTarget(composite, readPartialWishes(wish({ ...withoutFirstBound, ...extra }))).partitioning
        ?.subpartitioning?.storeIn
    const hashed = { subpartition_type: "HASH", subpartition_column: "ORDER_ID", subpartition_count: 16 }
    expect(storeIn({ ...hashed, tablespace: null })).toEqual(["TS1", "TS2"])
    expect(storeIn({ ...hashed, tablespace: "DATA_TS" })).toEqual([])
    expect(storeIn({ ...hashed, tablespace: null, store_in: ["TS9"] })).toEqual([])
  })

  it("takes what is left out of the layout from the source", () => {
    const built = buildIntervalTarget(
      intervalTable,
      readPartialWishes(wish({ initial_partition_value: "DATE '2020-01-01'" }))
    )
    expect(built.partitioning).toMatchObject({ columns: ["ORDER_DATE"], intervalText: "NUMTOYMINTERVAL(1,'MONTH')" })
    expect(built.partitioning?.partitions.map((each) => each.name)).toEqual(["P_ANCHOR"])
  })

  it("leaves the partitioning alone when the wishes do not say enough", () => {
    expect(buildIntervalTarget(heap, { subpartition_type: "HASH" }).partitioning).toBeNull()
    expect(
      buildIntervalTarget(heap, readPartialWishes(wish({ ...predecessor, interval_value: 1.5 }))).partitioning
    ).toBeNull()
  })
})

describe("targetPartitioning", () => {
  it("has no subpartitions with NONE, whatever column and count say", () => {
    expect(targetPartitioning(wish({ ...predecessor, subpartition_type: "NONE" }), heap)?.subpartitioning).toBeNull()
  })

  it("is the partitioning that buildIntervalTarget makes", () => {
    expect(targetPartitioning(wish(predecessor), heap)).toEqual(
      buildIntervalTarget(heap, readIntervalWishes(wish(predecessor))).partitioning
    )
    expect(targetPartitioning(wish(predecessor), heap)).not.toBeNull()
  })

  it.each([
    ["no interval", { ...predecessor, interval_type: undefined }],
    ["no key", { ...predecessor, partition_column: undefined }],
    ["a key that the table lacks", { ...predecessor, partition_column: "ORDR_DATE" }],
    [
      "a first bound that is no date",
      { ...predecessor, initial_partition_value: "TO_DATE('2024-13-01','YYYY-MM-DD')" }
    ],
    ["hash without a column", { ...predecessor, subpartition_column: null }],
    ["hash without a count", { ...predecessor, subpartition_count: undefined }],
    ["half a month", { ...predecessor, interval_type: "MONTH", interval_value: 0.5 }],
    ["no first bound and no statistics", { ...withoutFirstBound, partition_column: "SHIPPED" }]
  ])("is null with %s", (_case, target) => {
    expect(targetPartitioning(wish(target), heap)).toBeNull()
  })
})
