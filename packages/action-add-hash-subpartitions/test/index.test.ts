import { readFileSync } from "node:fs"
import type { TableConfig, TableModel } from "@orapart/contract"
import {
  bound,
  column,
  databaseInfo,
  hashSubpartitioning,
  interval,
  intervalPartitioning,
  intervalPartitions,
  partitioning,
  rangePartitions,
  tableConfig,
  tableModel
} from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { actions, addHashSubpartitions } from "../src/index.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } })
]

const table = (given: Parameters<typeof tableModel>[0] = {}): TableModel => tableModel({ columns, ...given })

const input = (source: TableModel, target_configuration: TableConfig["target_configuration"] = {}) => ({
  table: tableConfig({ migration_action: addHashSubpartitions.id, target_configuration }),
  source,
  database: databaseInfo()
})

const codes = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(addHashSubpartitions.applies(input(source, wishes))).map((finding) => finding.code)

const reach = (source: TableModel, wishes: TableConfig["target_configuration"] = {}) =>
  Effect.runSync(addHashSubpartitions.target(input(source, wishes)))

const page = readFileSync(new URL("../../../docs/reference/actions/add_hash_subpartitions.md", import.meta.url), "utf8")

const readExample = (): TableConfig => JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null") as TableConfig

const validate = (target: unknown): boolean => addHashSubpartitions.validateTarget?.(target) ?? false

const monthly = (): TableModel =>
  table({
    partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01", {
      anchorName: "SYS_P77",
      partitions: intervalPartitions("2024-03-01", "2025-01-01", "MONTH")
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

describe("add_hash_subpartitions", () => {
  it("is the one action of its package, for contract 1 and copy_swap", () => {
    expect(actions).toEqual([addHashSubpartitions])
    expect(addHashSubpartitions).toMatchObject({
      id: "add_hash_subpartitions",
      contract: 1,
      defaultStrategy: "copy_swap"
    })
  })

  it("takes an interval table of one level only", () => {
    expect(codes(monthly(), kept)).toEqual(["OP213"])
    expect(codes(table(), kept)).toEqual(["OP202"])
    const composite = intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01", {
      subpartitioning: hashSubpartitioning("ORDER_ID", 4)
    })
    expect(codes(table({ partitioning: composite }), kept)).toEqual(["OP202"])
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
    const source = table({ partitioning: partitioning("ORDER_DATE", { interval: interval("MONTH"), partitions }) })
    expect(reach(source, kept).partitioning?.partitions.map((one) => [one.name, one.bound])).toEqual([
      ["Y2022", bound("2023-01-01")],
      ["P_ANCHOR_1", bound("2023-02-01")],
      ["P_ANCHOR_2", bound("2023-05-01")]
    ])
  })

  it("takes the same interval in another unit", () => {
    const daily = table({ partitioning: intervalPartitioning("ORDER_DATE", "DAY", "2023-01-01") })
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
    const findings = Effect.runSync(addHashSubpartitions.applies(input(monthly(), { ...kept, ...wish })))
    const refusal = findings.find((finding) => finding.code === "OP206")
    expect(refusal?.severity).toBe("error")
    expect(refusal?.what).toContain(words)
    expect(refusal?.advice).toContain("convert_interval_to_interval_hash")
  })

  it("lists all contradictions in one finding", () => {
    const [, refusal, ...more] = Effect.runSync(
      addHashSubpartitions.applies(
        input(monthly(), {
          partition_column: "ORDER_ID",
          interval_type: "DAY",
          interval_value: 1,
          initial_partition_value: 5
        })
      )
    )
    expect(more).toEqual([])
    expect(refusal?.evidence["contradictions"]).toHaveLength(3)
  })

  it("moves the explicit partitions to a wished tablespace", () => {
    expect(reach(monthly(), { ...kept, tablespace: "BIG" }).partitioning?.partitions[0]?.tablespace).toBe("BIG")
  })

  it("has a validator that requires the hash and nothing else", () => {
    const hash = {
      partition_type: "INTERVAL",
      subpartition_type: "HASH",
      subpartition_column: "ORDER_ID",
      subpartition_count: 8
    }
    expect(validate(hash)).toBe(true)
    expect(validate({ ...hash, ...repeated })).toBe(true)
    expect(validate({ ...hash, subpartition_count: undefined })).toBe(false)
  })
})

describe("the page of add_hash_subpartitions", () => {
  it("shows an entry that the validator accepts and the action takes", () => {
    const example = readExample()
    expect(example.migration_action).toBe(addHashSubpartitions.id)
    expect(validate(example.target_configuration)).toBe(true)
    const findings = Effect.runSync(
      addHashSubpartitions.applies({ table: example, source: monthly(), database: databaseInfo() })
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
