import type { TableModel } from "@orapart/contract"
import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import {
  bound,
  datedOrders,
  hashSubpartitioning,
  intervalPartitioning,
  intervalTarget,
  partitioning,
  rangePartitions
} from "@orapart/testkit/builders"
import { describeAction, tryAction } from "@orapart/testkit/describe-action"
import { describe, expect, it } from "vitest"
import { actions, convertToIntervalHash } from "../src/index.ts"

const { codes, findings, reach } = tryAction(convertToIntervalHash)

const ranged = (): TableModel =>
  datedOrders({
    partitioning: partitioning("ORDER_DATE", { partitions: rangePartitions({ P2023: "2024-01-01", PMAX: "MAXVALUE" }) })
  })

const composite = (count: number): TableModel =>
  datedOrders({
    partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2023-06-01", {
      anchorName: "BEFORE",
      subpartitioning: hashSubpartitioning("ORDER_ID", count)
    })
  })

const interval = datedOrders({ partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01") })
const wishes = intervalTarget()

describeAction(convertToIntervalHash, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  golden: new URL("golden/", import.meta.url),
  page: new URL("../../../docs/reference/actions/convert_to_interval_hash.md", import.meta.url),
  misshapen: {
    "no subpartitions": intervalTarget({ subpartition_type: "NONE" }),
    "no interval": intervalTarget({ interval_type: undefined })
  },
  cases: [
    { name: "a range table up to MAXVALUE", source: ranged(), wishes, expected: "accepted" },
    { name: "an interval-hash table, other subpartitions", source: composite(4), wishes, expected: "accepted" },
    {
      name: "an interval-hash table as it is wished",
      source: composite(8),
      wishes,
      expected: "accepted",
      notes: ["OP204"]
    },
    { name: "a heap table", source: datedOrders(), wishes, expected: { refused: ["OP203"] } },
    { name: "an interval table", source: interval, wishes, expected: { refused: ["OP203"] } },
    {
      name: "a table partitioned by reference",
      source: datedOrders({ partitioning: partitioning([], { type: "reference" }) }),
      wishes,
      expected: { refused: ["OP205"] }
    }
  ]
})

describe("convert_to_interval_hash", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([convertToIntervalHash])
    expect(convertToIntervalHash).toMatchObject({
      id: "convert_to_interval_hash",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("takes range, list, hash and composite tables", () => {
    for (const type of ["range", "list", "hash"] as const) {
      expect(codes(datedOrders({ partitioning: partitioning("ORDER_ID", { type }) })), type).toEqual([])
    }
    expect(codes(composite(4))).toEqual([])
  })

  it("names the actions that take heap and plain interval tables", () => {
    expect(findings(datedOrders())[0]?.advice).toContain("add_interval_hash_partitioning")
    expect(findings(interval)[0]?.advice).toContain("add_hash_subpartitions")
  })

  it("replaces the old partitions by one explicit partition, MAXVALUE included", () => {
    expect(reach(ranged()).partitioning).toMatchObject({
      type: "range",
      columns: ["ORDER_DATE"],
      subpartitioning: { count: 8 },
      partitions: [{ name: "P_ANCHOR", bound: bound("2024-01-01") }]
    })
  })

  it("keeps the explicit partitions of an interval-hash table that gets another number of subpartitions", () => {
    const target = reach(composite(4), { initial_partition_value: undefined })
    expect(target.partitioning?.partitions.map((one) => [one.name, one.bound, one.subpartitionCount])).toEqual([
      ["BEFORE", bound("2023-06-01"), 8]
    ])
  })

  it("warns when the table has the layout asked for, and only then", () => {
    expect(findings(composite(8))[0]).toMatchObject({ code: "OP204", severity: "warning" })
    expect(codes(composite(8), { interval_type: "HOUR", interval_value: 24 })).toEqual(["OP204"])
    for (const change of [
      { subpartition_count: 16 },
      { interval_type: "WEEK" },
      { subpartition_column: "ORDER_DATE" }
    ]) {
      expect(codes(composite(8), change)).toEqual([])
    }
  })
})
