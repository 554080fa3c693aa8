import type { TableModel } from "@orapart/contract"
import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import {
  bound,
  datedOrders,
  hashSubpartitioning,
  interval,
  intervalPartitioning,
  intervalPartitions,
  partitioning,
  rangePartitions
} from "@orapart/testkit/builders"
import { describeAction, tryAction } from "@orapart/testkit/describe-action"
import { describe, expect, it } from "vitest"
import { actions, addHashSubpartitions } from "../src/index.ts"

const { codes, findings, reach } = tryAction(addHashSubpartitions)

const monthly = (): TableModel =>
  datedOrders({
    partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01", {
      anchorName: "SYS_P77",
      partitions: intervalPartitions("2024-03-01", "2025-01-01", "MONTH")
    })
  })

const composite = datedOrders({
  partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01", {
    subpartitioning: hashSubpartitioning("ORDER_ID", 4)
  })
})

/** The keys an entry repeats or leaves out; those of the builder are left out. */
const kept = {
  partition_column: undefined,
  interval_type: undefined,
  interval_value: undefined,
  initial_partition_value: undefined
}

const repeated = {
  partition_column: "ORDER_DATE",
  interval_type: "MONTH",
  interval_value: 1,
  initial_partition_value: "TO_DATE('2023-01-01', 'YYYY-MM-DD')"
}

const hash = {
  partition_type: "INTERVAL",
  subpartition_type: "HASH",
  subpartition_column: "ORDER_ID",
  subpartition_count: 8
}

describeAction(addHashSubpartitions, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  golden: new URL("golden/", import.meta.url),
  page: new URL("../../../docs/reference/actions/add_hash_subpartitions.md", import.meta.url),
  misshapen: { "no number of subpartitions": { ...hash, subpartition_count: undefined } },
  cases: [
    {
      name: "a monthly table, the hash alone",
      source: monthly(),
      wishes: hash,
      expected: "accepted",
      notes: ["OP213"]
    },
    {
      name: "a monthly table, its layout repeated",
      source: monthly(),
      wishes: { ...hash, ...repeated },
      expected: "accepted",
      notes: ["OP213"]
    },
    { name: "a heap table", source: datedOrders(), wishes: hash, expected: { refused: ["OP202"] } },
    { name: "a table of two levels", source: composite, wishes: hash, expected: { refused: ["OP202"] } },
    {
      name: "another interval than the table has",
      source: monthly(),
      wishes: { ...hash, interval_type: "DAY", interval_value: 1 },
      expected: { refused: ["OP206"] },
      notes: ["OP213"]
    }
  ]
})

describe("add_hash_subpartitions", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([addHashSubpartitions])
    expect(addHashSubpartitions).toMatchObject({
      id: "add_hash_subpartitions",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("keeps key, interval and first bound and adds the subpartitions", () => {
    expect(reach(monthly(), kept).partitioning).toEqual({
      ...monthly().partitioning,
      subpartitioning: hashSubpartitioning("ORDER_ID", 8),
      partitions: [
        {
          name: "P_ANCHOR",
          bound: bound("2023-01-01"),
          isInterval: false,
          subpartitionCount: 8,
          tablespace: "USERS",
          rowCount: null,
          bytes: null
        }
      ]
    })
  })

  it("reaches the same layout whether the entry repeats what is kept or leaves it out", () => {
    expect(reach(monthly(), repeated)).toEqual(reach(monthly(), kept))
    expect(codes(monthly(), repeated)).toEqual(["OP213"])
  })

  it("keeps every explicit partition that SET INTERVAL left behind", () => {
    const partitions = rangePartitions({ Y2022: "2023-01-01", SYS_P1: "2023-02-01", SYS_P2: "2023-05-01" })
    const source = datedOrders({
      partitioning: partitioning("ORDER_DATE", { interval: interval("MONTH"), partitions })
    })
    expect(reach(source, kept).partitioning?.partitions.map((one) => [one.name, one.bound])).toEqual([
      ["Y2022", bound("2023-01-01")],
      ["P_ANCHOR_1", bound("2023-02-01")],
      ["P_ANCHOR_2", bound("2023-05-01")]
    ])
  })

  it("takes the same interval in another unit", () => {
    const daily = datedOrders({ partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2023-01-01") })
    expect(codes(daily, { ...kept, interval_type: "HOUR", interval_value: 24 })).toEqual(["OP213"])
    expect(codes(daily, { ...kept, interval_type: "HOUR", interval_value: 23 })).toEqual(["OP213", "OP206"])
  })

  it.each([
    ["another key", { partition_column: "ORDER_ID" }, "partition_column is ORDER_ID where HR.ORDERS has ORDER_DATE"],
    [
      "another interval",
      { interval_type: "DAY", interval_value: 1 },
      "NUMTODSINTERVAL(1,'DAY') where HR.ORDERS has NUMTOYMINTERVAL(1,'MONTH')"
    ],
    [
      "another first bound",
      { initial_partition_value: "DATE '2020-01-01'" },
      "initial_partition_value is 2020-01-01 where HR.ORDERS has 2023-01-01"
    ],
    [
      "a first bound nobody can read",
      { initial_partition_value: "SYSDATE" },
      "initial_partition_value is SYSDATE where HR.ORDERS has 2023-01-01"
    ]
  ])("refuses %s and points to the action that changes it", (_, wish, words) => {
    const refusal = findings(monthly(), { ...kept, ...wish }).find((finding) => finding.code === "OP206")
    expect(refusal?.severity).toBe("error")
    expect(refusal?.what).toContain(words)
    expect(refusal?.advice).toContain("convert_interval_to_interval_hash")
  })

  it("lists all contradictions in one finding", () => {
    const [, refusal, ...more] = findings(monthly(), {
      partition_column: "ORDER_ID",
      interval_type: "DAY",
      interval_value: 1,
      initial_partition_value: 5
    })
    expect(more).toEqual([])
    expect(refusal?.evidence["contradictions"]).toHaveLength(3)
  })

  it("moves the explicit partitions to a wished tablespace", () => {
    expect(reach(monthly(), { ...kept, tablespace: "BIG" }).partitioning?.partitions[0]?.tablespace).toBe("BIG")
  })
})
