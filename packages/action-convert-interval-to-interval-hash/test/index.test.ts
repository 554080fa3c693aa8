import type { TableModel } from "@orapart/contract"
import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import {
  bound,
  column,
  datedOrders,
  hashSubpartitioning,
  intervalPartitioning,
  intervalPartitions,
  intervalTarget
} from "@orapart/testkit/builders"
import { describeAction, tryAction } from "@orapart/testkit/describe-action"
import type { Wishes } from "@orapart/testkit/describe-action"
import { describe, expect, it } from "vitest"
import { actions, convertIntervalToIntervalHash } from "../src/index.ts"

const { codes, reach } = tryAction(convertIntervalToIntervalHash)

const monthly = (anchor = "2024-01-01"): TableModel =>
  datedOrders({
    partitioning: intervalPartitioning("ORDER_DATE", "MONTH", anchor, {
      anchorName: "BEFORE",
      partitions: intervalPartitions(anchor, anchor.replace("2024", "2025"), "MONTH")
    })
  })

const composite = datedOrders({
  partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", {
    subpartitioning: hashSubpartitioning("ORDER_ID", 4)
  })
})

const unbounded = { initial_partition_value: undefined }
const hourly = { interval_type: "HOUR", initial_partition_value: "DATE '2024-02-01'" }

const explicit = (source: TableModel, wishes: Wishes) =>
  reach(source, wishes).partitioning?.partitions.map((one) => [one.name, one.bound, one.subpartitionCount])

describeAction(convertIntervalToIntervalHash, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  golden: new URL("golden/", import.meta.url),
  page: new URL("../../../docs/reference/actions/convert_interval_to_interval_hash.md", import.meta.url),
  misshapen: {
    "an unknown unit": intervalTarget({ ...unbounded, interval_type: "FORTNIGHT" }),
    "no key": intervalTarget({ ...unbounded, partition_column: undefined })
  },
  cases: [
    {
      name: "a monthly table by day",
      source: monthly(),
      wishes: intervalTarget(unbounded),
      expected: "accepted",
      notes: ["OP213"]
    },
    {
      name: "a monthly table by hour from a new first bound",
      source: monthly(),
      wishes: intervalTarget(hourly),
      expected: "accepted"
    },
    { name: "a heap table", source: datedOrders(), wishes: intervalTarget(), expected: { refused: ["OP202"] } },
    { name: "a table of two levels", source: composite, wishes: intervalTarget(), expected: { refused: ["OP202"] } }
  ]
})

describe("convert_interval_to_interval_hash", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([convertIntervalToIntervalHash])
    expect(convertIntervalToIntervalHash).toMatchObject({
      id: "convert_interval_to_interval_hash",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("says that explicit partitions are kept when the first bound is the one they end at", () => {
    expect(codes(monthly())).toEqual(["OP213"])
  })

  it("begins at initial_partition_value when there is one", () => {
    expect(explicit(monthly(), hourly)).toEqual([["P_ANCHOR", bound("2024-02-01"), 8]])
    expect(reach(monthly(), hourly).partitioning).toMatchObject({ intervalText: "NUMTODSINTERVAL(1,'HOUR')" })
  })

  it("keeps the explicit partitions without it, for the same interval and for one that fits behind them", () => {
    for (const interval_type of ["MONTH", "DAY", "HOUR"]) {
      expect(explicit(monthly(), { ...unbounded, interval_type })).toEqual([["BEFORE", bound("2024-01-01"), 8]])
    }
  })

  it("begins just below the smallest key when key or grid change", () => {
    expect(explicit(monthly("2024-01-15"), { ...unbounded, interval_type: "QUARTER" })).toEqual([
      ["P_ANCHOR", bound("2024-01-01"), 8]
    ])
    const source = monthly()
    const other = {
      ...source,
      columns: [...source.columns, column("PAID DATE", { statistics: { low: "2024-07-09 00:00:00" } })]
    }
    expect(explicit(other, { ...unbounded, interval_type: "MONTH", partition_column: "PAID" })).toEqual([
      ["P_ANCHOR", bound("2024-07-01"), 8]
    ])
  })
})
