import {
  hashSubpartitioning,
  intervalPartitioning,
  partitioning,
  rangePartitions,
  tableModel
} from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { actionDoesNotFit } from "../../src/checks/action-does-not-fit.ts"
import { askCheck } from "../ask-check.ts"

const heap = tableModel()
const interval = tableModel({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01") })
const range = tableModel({
  partitioning: partitioning("ORDER_DATE", { partitions: rangePartitions({ P1: "2024-01-01", PMAX: "MAXVALUE" }) })
})
const composite = tableModel({
  partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01", {
    subpartitioning: hashSubpartitioning("ORDER_ID", 4)
  })
})
const reference = tableModel({ partitioning: partitioning([], { type: "reference" }) })

const ask = (source: typeof heap, action: string, target = {}) =>
  askCheck(actionDoesNotFit, { source, table: { migration_action: action, target_configuration: target } })

describe("OP124 action-does-not-fit", () => {
  it.each([
    ["add_interval_partitioning", heap],
    ["add_interval_hash_partitioning", heap],
    ["convert_interval_to_interval_hash", interval],
    ["add_hash_subpartitions", interval],
    ["convert_to_interval_hash", range],
    ["convert_to_interval_hash", composite]
  ] as const)("lets %s take the table it is made for", (action, source) => {
    expect(ask(source, action)).toEqual([])
  })

  it("sends convert_interval_to_interval_hash on a heap to the action that makes what is wished", () => {
    const [finding] = ask(heap, "convert_interval_to_interval_hash")
    expect(finding).toMatchObject({ code: "OP124", severity: "error", path: "/tables/0/migration_action" })
    expect(finding?.what).toBe("HR.ORDERS is not partitioned; convert_interval_to_interval_hash takes interval tables.")
    expect(finding?.advice).toMatch(/^Use "migration_action": "add_interval_hash_partitioning" or/)
  })

  it("names the action without subpartitions first where none are wished", () => {
    const [finding] = ask(heap, "add_hash_subpartitions", { subpartition_type: "NONE" })
    expect(finding?.advice).toMatch(/^Use "migration_action": "add_interval_partitioning"/)
  })

  it("sends add_interval_partitioning on an interval table to a conversion", () => {
    const [finding] = ask(interval, "add_interval_partitioning")
    expect(finding?.what).toContain("is partitioned by RANGE (ORDER_DATE) INTERVAL (NUMTOYMINTERVAL(1,'MONTH'))")
    expect(finding?.advice).toContain("convert_interval_to_interval_hash")
  })

  it("says that no core action takes a reference-partitioned table", () => {
    const [finding] = ask(reference, "add_interval_partitioning")
    expect(finding?.advice).toBe('No core action takes it: set "enabled": false for it.')
    expect(finding?.why).toContain("parent")
  })

  it("leaves actions of plugins to their own checks", () => {
    expect(ask(interval, "archive_first")).toEqual([])
  })

  it("leaves tables of another kind to their own check", () => {
    expect(ask(tableModel({ kind: "external" }), "add_hash_subpartitions")).toEqual([])
  })
})
