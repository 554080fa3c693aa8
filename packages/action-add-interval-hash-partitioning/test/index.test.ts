import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import { bound, datedOrders, intervalTarget, partitioning } from "@orapart/testkit/builders"
import { describeAction, tryAction } from "@orapart/testkit/describe-action"
import { describe, expect, it } from "vitest"
import { actions, addIntervalHashPartitioning } from "../src/index.ts"

const { findings, reach } = tryAction(addIntervalHashPartitioning)

const wishes = intervalTarget()
const ranged = datedOrders({ partitioning: partitioning("ORDER_DATE") })
const oddColumns = datedOrders({
  columns: ["ORDER_ID NUMBER(12) NOT NULL", "ORDER_DATE DATE", "DOC CLOB", "NAME VARCHAR2(20)"]
})
const without = (key: string) => [`no ${key}`, intervalTarget({ [key]: undefined })]

describeAction(addIntervalHashPartitioning, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  golden: new URL("golden/", import.meta.url),
  page: new URL("../../../docs/reference/actions/add_interval_hash_partitioning.md", import.meta.url),
  misshapen: {
    ...Object.fromEntries(
      [
        "partition_column",
        "interval_type",
        "interval_value",
        "subpartition_type",
        "subpartition_column",
        "subpartition_count"
      ].map(without)
    ),
    "half a subpartition": { ...wishes, subpartition_count: 2.5 }
  },
  cases: [
    { name: "a heap table by day", source: datedOrders(), wishes, expected: "accepted" },
    { name: "a range table", source: ranged, wishes, expected: { refused: ["OP201"] } },
    {
      name: "keys of types that Oracle refuses, both at once",
      source: oddColumns,
      wishes: { ...wishes, subpartition_column: "DOC", partition_column: "NAME" },
      expected: { refused: ["OP208", "OP209"] }
    }
  ]
})

describe("add_interval_hash_partitioning", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([addIntervalHashPartitioning])
    expect(addIntervalHashPartitioning).toMatchObject({
      id: "add_interval_hash_partitioning",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("names the action that takes a partitioned table", () => {
    expect(findings(ranged)[0]?.advice).toContain("convert_to_interval_hash")
  })

  it("reaches interval partitions with hash subpartitions in every explicit partition", () => {
    expect(reach(datedOrders()).partitioning).toMatchObject({
      columns: ["ORDER_DATE"],
      intervalText: "NUMTODSINTERVAL(1,'DAY')",
      subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 8 },
      partitions: [{ name: "P_ANCHOR", bound: bound("2024-01-01"), subpartitionCount: 8 }]
    })
  })

  it("leaves columns, constraints and indexes to the planner", () => {
    const source = datedOrders({ comment: "orders" })
    const { columns: _columns, partitioning: _partitioning, storage: _storage, ...rest } = reach(source)
    expect(source).toMatchObject(rest)
  })
})
