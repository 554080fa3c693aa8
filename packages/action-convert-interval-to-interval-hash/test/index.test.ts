import { readFileSync } from "node:fs"
import type { TableConfig, TableModel } from "@orapart/contract"
import {
  bound,
  column,
  databaseInfo,
  hashSubpartitioning,
  intervalPartitioning,
  intervalPartitions,
  tableConfig,
  tableModel
} from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { actions, convertIntervalToIntervalHash } from "../src/index.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
]

const table = (given: Parameters<typeof tableModel>[0] = {}): TableModel => tableModel({ columns, ...given })

const input = (source: TableModel, target_configuration: TableConfig["target_configuration"] = {}) => ({
  table: tableConfig({ migration_action: convertIntervalToIntervalHash.id, target_configuration }),
  source,
  database: databaseInfo()
})

const codes = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(convertIntervalToIntervalHash.applies(input(source, wishes))).map((finding) => finding.code)

const reach = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(convertIntervalToIntervalHash.target(input(source, wishes)))

const page = readFileSync(
  new URL("../../../docs/reference/actions/convert_interval_to_interval_hash.md", import.meta.url),
  "utf8"
)

const readExample = (): TableConfig => JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null") as TableConfig

const validate = (target: unknown): boolean => convertIntervalToIntervalHash.validateTarget?.(target) ?? false

const monthly = (anchor = "2024-01-01"): TableModel =>
  table({
    partitioning: intervalPartitioning("ORDER_DATE", "MONTH", anchor, {
      anchorName: "BEFORE",
      partitions: intervalPartitions(anchor, anchor.replace("2024", "2025"), "MONTH")
    })
  })

const unbounded = { initial_partition_value: undefined }

const explicit = (source: TableModel, wishes: TableConfig["target_configuration"]) =>
  reach(source, wishes).partitioning?.partitions.map((one) => [one.name, one.bound, one.subpartitionCount])

describe("convert_interval_to_interval_hash", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([convertIntervalToIntervalHash])
    expect(convertIntervalToIntervalHash).toMatchObject({
      id: "convert_interval_to_interval_hash",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("takes an interval table of one level only", () => {
    expect(codes(monthly())).toEqual(["OP213"])
    expect(codes(table())).toEqual(["OP202"])
    const composite = intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", {
      subpartitioning: hashSubpartitioning("ORDER_ID", 4)
    })
    expect(codes(table({ partitioning: composite }))).toEqual(["OP202"])
  })

  it("begins at initial_partition_value when there is one", () => {
    const wishes = { interval_type: "HOUR", initial_partition_value: "DATE '2024-02-01'" }
    expect(explicit(monthly(), wishes)).toEqual([["P_ANCHOR", bound("2024-02-01"), 8]])
    expect(reach(monthly(), wishes).partitioning).toMatchObject({ intervalText: "NUMTODSINTERVAL(1,'HOUR')" })
    expect(codes(monthly(), wishes)).toEqual([])
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

  it("has a validator that requires the whole layout except the first bound", () => {
    const { target_configuration: wishes } = input(monthly(), unbounded).table
    expect(validate(wishes)).toBe(true)
    expect(validate({ ...wishes, interval_type: "FORTNIGHT" })).toBe(false)
    expect(validate({ ...wishes, partition_column: undefined })).toBe(false)
  })
})

describe("the page of convert_interval_to_interval_hash", () => {
  it("shows an entry that the validator accepts and the action takes", () => {
    const example = readExample()
    expect(example.migration_action).toBe(convertIntervalToIntervalHash.id)
    expect(validate(example.target_configuration)).toBe(true)
    const findings = Effect.runSync(
      convertIntervalToIntervalHash.applies({ table: example, source: monthly(), database: databaseInfo() })
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
