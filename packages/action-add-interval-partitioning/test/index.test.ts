import { readFileSync } from "node:fs"
import type { TableConfig, TableModel } from "@orapart/contract"
import { bound, column, databaseInfo, intervalPartitioning, tableConfig, tableModel } from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { actions, addIntervalPartitioning } from "../src/index.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
]

const table = (given: Parameters<typeof tableModel>[0] = {}): TableModel => tableModel({ columns, ...given })

const input = (source: TableModel, target_configuration: TableConfig["target_configuration"] = {}) => ({
  table: tableConfig({ migration_action: addIntervalPartitioning.id, target_configuration }),
  source,
  database: databaseInfo()
})

const codes = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(addIntervalPartitioning.applies(input(source, wishes))).map((finding) => finding.code)

const reach = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(addIntervalPartitioning.target(input(source, wishes)))

const page = readFileSync(
  new URL("../../../docs/reference/actions/add_interval_partitioning.md", import.meta.url),
  "utf8"
)

const readExample = (): TableConfig => JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null") as TableConfig

const validate = (target: unknown): boolean => addIntervalPartitioning.validateTarget?.(target) ?? false

describe("add_interval_partitioning", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([addIntervalPartitioning])
    expect(addIntervalPartitioning).toMatchObject({
      id: "add_interval_partitioning",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("takes a heap table and refuses a partitioned one, naming the actions that take it", () => {
    expect(codes(table())).toEqual([])
    const interval = table({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01") })
    const [finding] = Effect.runSync(addIntervalPartitioning.applies(input(interval)))
    expect(finding?.code).toBe("OP201")
    expect(finding?.advice).toContain("add_hash_subpartitions")
  })

  it("reaches one explicit partition, the interval, a mandatory key and row movement", () => {
    const target = reach(table(), { subpartition_type: undefined, tablespace: "BIG" })
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
    const hash = { subpartition_type: "HASH", subpartition_column: "NOWHERE", subpartition_count: 8 }
    expect(codes(table(), hash)).toEqual([])
    expect(reach(table(), hash).partitioning?.subpartitioning).toBeNull()
  })

  it("proposes the first bound from the smallest key, and refuses when there is none to go by", () => {
    const without = { initial_partition_value: undefined, interval_type: "MONTH" }
    expect(reach(table(), without).partitioning?.partitions[0]?.bound).toEqual(bound("2024-03-01"))
    expect(codes(tableModel(), without)).toEqual(["OP210"])
  })

  it("has a validator that refuses hash keys and unknown keys", () => {
    const wishes = {
      partition_type: "INTERVAL",
      partition_column: "ORDER_DATE",
      interval_type: "DAY",
      interval_value: 1
    }
    expect(validate(wishes)).toBe(true)
    expect(
      validate({ ...wishes, subpartition_type: "HASH", subpartition_column: "ORDER_ID", subpartition_count: 8 })
    ).toBe(false)
    expect(validate({ ...wishes, intervall: 1 })).toBe(false)
    expect(validate({ ...wishes, interval_value: 0 })).toBe(false)
  })
})

describe("the page of add_interval_partitioning", () => {
  it("shows an entry that the validator accepts and the action takes", () => {
    const example = readExample()
    expect(example.migration_action).toBe(addIntervalPartitioning.id)
    expect(validate(example.target_configuration)).toBe(true)
    const findings = Effect.runSync(
      addIntervalPartitioning.applies({ table: example, source: table(), database: databaseInfo() })
    )
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([])
  })

  it("links only pages of findings that exist", () => {
    const links = [...page.matchAll(/\(\.\.\/checks\/([^)]+)\)/g)].map((match) => match[1] ?? "")
    expect(links.length).toBeGreaterThan(4)
    for (const link of links) {
      const text = readFileSync(new URL(`../../../docs/reference/checks/${link}`, import.meta.url), "utf8")
      expect(text).toContain(`# ${link.slice(0, 5)} `)
    }
  })
})
