import { hashSubpartitioning, intervalPartitioning, partitioning, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import {
  checkShape,
  describeTableShape,
  listFittingActions,
  readTableShape,
  type TableShape
} from "../../src/interval-actions/index.ts"

const hash = hashSubpartitioning("ORDER_ID", 8)
const tables = {
  unpartitioned: tableModel(),
  interval: tableModel({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01") }),
  range: tableModel({ partitioning: partitioning("ORDER_DATE") }),
  list: tableModel({ partitioning: partitioning("ORDER_ID", { type: "list" }) }),
  hash: tableModel({ partitioning: partitioning("ORDER_ID", { type: "hash" }) }),
  composite: tableModel({
    partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", { subpartitioning: hash })
  }),
  reference: tableModel({ partitioning: partitioning([], { type: "reference" }) }),
  system: tableModel({ partitioning: partitioning([], { type: "system" }) })
} as const satisfies { readonly [shape in TableShape]: unknown }

const shapes = Object.keys(tables) as ReadonlyArray<TableShape>

describe("readTableShape", () => {
  it.each(shapes)("knows a table that is %s", (shape) => {
    expect(readTableShape(tables[shape])).toBe(shape)
  })

  it("knows an interval whose text nobody could read", () => {
    const unread = partitioning("ORDER_DATE", {})
    expect(readTableShape(tableModel({ partitioning: { ...unread, intervalText: "MY_FUNCTION(1)" } }))).toBe("interval")
  })

  it("calls range-hash composite", () => {
    expect(readTableShape(tableModel({ partitioning: partitioning("ORDER_DATE", { subpartitioning: hash }) }))).toBe(
      "composite"
    )
  })
})

describe("describeTableShape", () => {
  it("names type, key, interval and second level", () => {
    expect(describeTableShape(tables.unpartitioned)).toBe("is not partitioned")
    expect(describeTableShape(tables.list)).toBe("is partitioned by LIST (ORDER_ID)")
    expect(describeTableShape(tables.reference)).toBe("is partitioned by REFERENCE")
    expect(describeTableShape(tables.composite)).toBe(
      "is partitioned by RANGE (ORDER_DATE) INTERVAL (NUMTOYMINTERVAL(1,'MONTH')), subpartitioned by HASH (ORDER_ID)"
    )
  })
})

const needs = {
  heap: { code: "OP201", fits: ["unpartitioned"] },
  interval: { code: "OP202", fits: ["interval"] },
  partitioned: { code: "OP203", fits: ["range", "list", "hash", "composite"] }
} as const

describe("checkShape", () => {
  const cases = (["heap", "interval", "partitioned"] as const).flatMap((need) =>
    shapes.map((shape) => [need, shape] as const)
  )

  it.each(cases)("for an action that needs a %s table answers about one that is %s", (need, shape) => {
    const findings = checkShape("some_action", need, tables[shape])
    const fits: ReadonlyArray<TableShape> = needs[need].fits
    const code = shape === "reference" || shape === "system" ? "OP205" : needs[need].code
    expect(findings.map((finding) => finding.code)).toEqual(fits.includes(shape) ? [] : [code])
    for (const finding of findings) expect(finding.what).toContain(describeTableShape(tables[shape]))
  })

  it("names every action that fits, and only those that take the table", () => {
    const [finding] = checkShape("add_interval_partitioning", "heap", tables.interval)
    expect(finding?.advice).toBe(
      `Use "migration_action": "convert_interval_to_interval_hash" or "add_hash_subpartitions".`
    )
    for (const shape of shapes) {
      for (const id of listFittingActions(shape)) {
        const need = id.startsWith("add_interval")
          ? "heap"
          : id === "convert_to_interval_hash"
            ? "partitioned"
            : "interval"
        expect(checkShape(id, need, tables[shape])).toEqual([])
      }
    }
  })

  it("says why no action takes a table partitioned by reference or system", () => {
    expect(checkShape("x", "partitioned", tables.reference)[0]?.why).toContain("parent")
    expect(checkShape("x", "partitioned", tables.system)[0]?.why).toContain("INSERT")
    expect(checkShape("x", "partitioned", tables.system)[0]?.advice).toContain(`"enabled": false`)
  })

  it("refuses a table that is not a heap by its kind, before asking for its shape", () => {
    const findings = checkShape("x", "interval", tableModel({ kind: "index-organized" }))
    expect(findings).toMatchObject([{ code: "OP200", severity: "error", evidence: { kind: "index-organized" } }])
    expect(findings[0]?.what).toContain("CREATE TABLE")
  })
})
