import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import { bound, datedOrders, intervalPartitioning, intervalTarget, tableModel } from "@orapart/testkit/builders"
import { describeAction, tryAction } from "@orapart/testkit/describe-action"
import { describe, expect, it } from "vitest"
import { actions, addIntervalPartitioning } from "../src/index.ts"

const { codes, findings, reach } = tryAction(addIntervalPartitioning)

const wishes = {
  partition_type: "INTERVAL",
  partition_column: "ORDER_DATE",
  interval_type: "DAY",
  interval_value: 1
}
const partitioned = datedOrders({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01") })

describeAction(addIntervalPartitioning, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  golden: new URL("golden/", import.meta.url),
  page: new URL("../../../docs/reference/actions/add_interval_partitioning.md", import.meta.url),
  misshapen: {
    "a hash key": { ...wishes, subpartition_type: "HASH", subpartition_column: "ORDER_ID", subpartition_count: 8 },
    "a misspelt key": { ...wishes, intervall: 1 },
    "no interval": { ...wishes, interval_value: 0 }
  },
  cases: [
    {
      name: "a heap table by day, in a tablespace",
      source: datedOrders(),
      wishes: { ...wishes, tablespace: "BIG" },
      expected: "accepted"
    },
    { name: "a partitioned table", source: partitioned, wishes, expected: { refused: ["OP201"] } },
    {
      name: "a table without statistics and first bound",
      source: tableModel(),
      wishes: { ...wishes, interval_type: "MONTH" },
      expected: { refused: ["OP210"] }
    }
  ]
})

describe("add_interval_partitioning", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([addIntervalPartitioning])
    expect(addIntervalPartitioning).toMatchObject({
      id: "add_interval_partitioning",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("names the actions that take a partitioned table", () => {
    expect(findings(partitioned)[0]?.advice).toContain("add_hash_subpartitions")
  })

  it("reaches one explicit partition, the interval, a mandatory key and row movement", () => {
    const target = reach(datedOrders(), { subpartition_type: undefined, tablespace: "BIG" })
    expect(target.partitioning).toMatchObject({
      type: "range",
      columns: ["ORDER_DATE"],
      intervalText: "NUMTODSINTERVAL(1,'DAY')",
      subpartitioning: null,
      partitions: [{ name: "P_ANCHOR", bound: bound("2024-01-01"), isInterval: false, subpartitionCount: 0 }]
    })
    expect(target.storage).toMatchObject({ tablespace: "BIG", isRowMovementEnabled: true })
    expect(target.columns.find((one) => one.name === "ORDER_DATE")?.nullable).toBe(false)
  })

  it("makes no subpartitions even when an unchecked entry asks for them", () => {
    const hash = intervalTarget({ subpartition_column: "NOWHERE" })
    expect(codes(datedOrders(), hash)).toEqual([])
    expect(reach(datedOrders(), hash).partitioning?.subpartitioning).toBeNull()
  })

  it("proposes the first bound from the smallest key", () => {
    const without = { initial_partition_value: undefined, interval_type: "MONTH" }
    expect(reach(datedOrders(), without).partitioning?.partitions[0]?.bound).toEqual(bound("2024-03-01"))
  })
})
