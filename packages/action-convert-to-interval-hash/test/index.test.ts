import { readFileSync } from "node:fs"
import type { TableConfig, TableModel } from "@orapart/contract"
import {
  bound,
  column,
  databaseInfo,
  hashSubpartitioning,
  intervalPartitioning,
  partitioning,
  rangePartitions,
  tableConfig,
  tableModel
} from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { actions, convertToIntervalHash } from "../src/index.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
]

const table = (given: Parameters<typeof tableModel>[0] = {}): TableModel => tableModel({ columns, ...given })

const input = (source: TableModel, target_configuration: TableConfig["target_configuration"] = {}) => ({
  table: tableConfig({ migration_action: convertToIntervalHash.id, target_configuration }),
  source,
  database: databaseInfo()
})

const codes = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(convertToIntervalHash.applies(input(source, wishes))).map((finding) => finding.code)

const reach = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(convertToIntervalHash.target(input(source, wishes)))

const page = readFileSync(
  new URL("../../../docs/reference/actions/convert_to_interval_hash.md", import.meta.url),
  "utf8"
)

const readExample = (): TableConfig => JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null") as TableConfig

const validate = (target: unknown): boolean => convertToIntervalHash.validateTarget?.(target) ?? false

const ranged = (): TableModel =>
  table({
    partitioning: partitioning("ORDER_DATE", { partitions: rangePartitions({ P2023: "2024-01-01", PMAX: "MAXVALUE" }) })
  })

const composite = (count: number): TableModel =>
  table({
    partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2023-06-01", {
      anchorName: "BEFORE",
      subpartitioning: hashSubpartitioning("ORDER_ID", count)
    })
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
      expect(codes(table({ partitioning: partitioning("ORDER_ID", { type }) })), type).toEqual([])
    }
    expect(codes(composite(4))).toEqual([])
  })

  it("refuses heap and plain interval tables with the actions that take them", () => {
    const refusals = [table(), table({ partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2024-01-01") })].map(
      (source) => Effect.runSync(convertToIntervalHash.applies(input(source)))[0]
    )
    expect(refusals.map((finding) => finding?.code)).toEqual(["OP203", "OP203"])
    expect(refusals[0]?.advice).toContain("add_interval_hash_partitioning")
    expect(refusals[1]?.advice).toContain("add_hash_subpartitions")
  })

  it("refuses tables partitioned by reference", () => {
    expect(codes(table({ partitioning: partitioning([], { type: "reference" }) }))).toEqual(["OP205"])
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
    const [warning] = Effect.runSync(convertToIntervalHash.applies(input(composite(8))))
    expect(warning).toMatchObject({ code: "OP204", severity: "warning" })
    expect(codes(composite(8), { interval_type: "HOUR", interval_value: 24 })).toEqual(["OP204"])
    for (const change of [
      { subpartition_count: 16 },
      { interval_type: "WEEK" },
      { subpartition_column: "ORDER_DATE" }
    ]) {
      expect(codes(composite(8), change)).toEqual([])
    }
  })

  it("has a validator that requires key, interval and hash", () => {
    const { target_configuration: wishes } = input(ranged()).table
    expect(validate(wishes)).toBe(true)
    expect(validate({ ...wishes, subpartition_type: "NONE" })).toBe(false)
    expect(validate({ ...wishes, interval_type: undefined })).toBe(false)
  })
})

describe("the page of convert_to_interval_hash", () => {
  it("shows an entry that the validator accepts and the action takes", () => {
    const example = readExample()
    expect(example.migration_action).toBe(convertToIntervalHash.id)
    expect(validate(example.target_configuration)).toBe(true)
    const findings = Effect.runSync(
      convertToIntervalHash.applies({ table: example, source: ranged(), database: databaseInfo() })
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
