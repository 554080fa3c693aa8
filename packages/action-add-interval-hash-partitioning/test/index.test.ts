import { readFileSync } from "node:fs"
import type { TableConfig, TableModel } from "@orapart/contract"
import { bound, column, databaseInfo, partitioning, tableConfig, tableModel } from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { actions, addIntervalHashPartitioning } from "../src/index.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
]

const table = (given: Parameters<typeof tableModel>[0] = {}): TableModel => tableModel({ columns, ...given })

const input = (source: TableModel, target_configuration: TableConfig["target_configuration"] = {}) => ({
  table: tableConfig({ migration_action: addIntervalHashPartitioning.id, target_configuration }),
  source,
  database: databaseInfo()
})

const codes = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(addIntervalHashPartitioning.applies(input(source, wishes))).map((finding) => finding.code)

const reach = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(addIntervalHashPartitioning.target(input(source, wishes)))

const page = readFileSync(
  new URL("../../../docs/reference/actions/add_interval_hash_partitioning.md", import.meta.url),
  "utf8"
)

const readExample = (): TableConfig => JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null") as TableConfig

const validate = (target: unknown): boolean => addIntervalHashPartitioning.validateTarget?.(target) ?? false

describe("add_interval_hash_partitioning", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([addIntervalHashPartitioning])
    expect(addIntervalHashPartitioning).toMatchObject({
      id: "add_interval_hash_partitioning",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("takes a heap table and refuses a partitioned one, naming the action that takes it", () => {
    expect(codes(table())).toEqual([])
    const [finding] = Effect.runSync(
      addIntervalHashPartitioning.applies(input(table({ partitioning: partitioning("ORDER_DATE") })))
    )
    expect(finding?.code).toBe("OP201")
    expect(finding?.advice).toContain("convert_to_interval_hash")
  })

  it("reaches interval partitions with hash subpartitions in every explicit partition", () => {
    expect(reach(table()).partitioning).toMatchObject({
      columns: ["ORDER_DATE"],
      intervalText: "NUMTODSINTERVAL(1,'DAY')",
      subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 8 },
      partitions: [{ name: "P_ANCHOR", bound: bound("2024-01-01"), subpartitionCount: 8 }]
    })
  })

  it("leaves columns, constraints and indexes to the planner", () => {
    const source = table({ comment: "orders" })
    const { columns: _columns, partitioning: _partitioning, storage: _storage, ...rest } = reach(source)
    expect(source).toMatchObject(rest)
  })

  it("refuses a hash key of a type Oracle refuses, together with a wrong interval key", () => {
    const source = table({ columns: [...columns, "DOC CLOB", "NAME VARCHAR2(20)"] })
    expect(codes(source, { subpartition_column: "DOC", partition_column: "NAME" })).toEqual(["OP208", "OP209"])
  })

  it("has a validator that requires key, interval and hash", () => {
    const { target_configuration: wishes } = input(table()).table
    expect(validate(wishes)).toBe(true)
    for (const key of [
      "partition_column",
      "interval_type",
      "interval_value",
      "subpartition_type",
      "subpartition_column",
      "subpartition_count"
    ]) {
      expect(validate({ ...wishes, [key]: undefined }), key).toBe(false)
    }
    expect(validate({ ...wishes, subpartition_count: 2.5 })).toBe(false)
  })
})

describe("the page of add_interval_hash_partitioning", () => {
  it("shows an entry that the validator accepts and the action takes", () => {
    const example = readExample()
    expect(example.migration_action).toBe(addIntervalHashPartitioning.id)
    expect(validate(example.target_configuration)).toBe(true)
    const findings = Effect.runSync(
      addIntervalHashPartitioning.applies({ table: example, source: table(), database: databaseInfo() })
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
