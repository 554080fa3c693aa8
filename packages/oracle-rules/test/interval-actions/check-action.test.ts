import { readFileSync } from "node:fs"
import type { TableModel } from "@orapart/contract"
import { column, intervalPartitioning, rangePartitions, partitioning, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import type { PartialIntervalWishes } from "../../src/index.ts"
import { actionCodes, checkIntervalAction, describeBound, type ShapeNeed } from "../../src/interval-actions/index.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-03-05 10:00:00", high: "2025-01-01 00:00:00" } }),
  "STATUS VARCHAR2(20)",
  "DOC CLOB",
  "SEEN TIMESTAMP(6) WITH TIME ZONE"
]

const wishes: PartialIntervalWishes = {
  partition_column: "ORDER_DATE",
  interval_type: "MONTH",
  interval_value: 1,
  subpartition_type: "HASH",
  subpartition_column: "ORDER_ID",
  subpartition_count: 8
}

const check = (
  given: PartialIntervalWishes = {},
  source: TableModel = tableModel({ columns }),
  need: ShapeNeed = "heap"
) => checkIntervalAction({ actionId: "some_action", need, source, wishes: { ...wishes, ...given } })

const codes = (given: PartialIntervalWishes, source?: TableModel, need?: ShapeNeed) =>
  check(given, source, need).map((finding) => finding.code)

describe("checkIntervalAction", () => {
  it("has nothing to say about a heap table with complete wishes", () => {
    expect(check()).toEqual([])
  })

  it("refuses keys that the table lacks and names those it could have", () => {
    const findings = check({ partition_column: "ORDR_DATE", subpartition_column: "ORDER_NO" })
    expect(findings.map((finding) => [finding.code, finding.subject])).toEqual([
      ["OP207", "HR.ORDERS.ORDR_DATE"],
      ["OP207", "HR.ORDERS.ORDER_NO"]
    ])
    expect(findings[0]?.advice).toBe(
      "Columns that can be one: ORDER_ID (NUMBER(12), NOT NULL), ORDER_DATE (DATE, NOT NULL)."
    )
  })

  it("refuses key columns of types that Oracle refuses, with Oracle's number", () => {
    expect(check({ partition_column: "STATUS" })).toMatchObject([{ code: "OP208", evidence: { error: "ORA-14751" } }])
    expect(check({ partition_column: "SEEN" })).toMatchObject([{ code: "OP208", evidence: { error: "ORA-03001" } }])
    expect(check({ subpartition_column: "DOC" })).toMatchObject([{ code: "OP209", evidence: { error: "ORA-14135" } }])
  })

  it("does not ask for a hash key where no hash is wished", () => {
    expect(check({ subpartition_type: "NONE", subpartition_column: "DOC" })).toEqual([])
  })

  it("reports shape and keys together, and asks no layout of a table that does not fit", () => {
    const source = tableModel({ columns, partitioning: partitioning("ORDER_DATE") })
    expect(codes({ subpartition_column: "DOC", interval_value: 0 }, source)).toEqual(["OP201", "OP209"])
  })

  it("refuses wishes without an interval or without the hash they announce", () => {
    expect(codes({ interval_value: 0 })).toEqual(["OP210"])
    expect(check({ subpartition_count: null })).toMatchObject([{ code: "OP210", evidence: { hasFirstBound: true } }])
  })

  it("refuses a first bound that is neither written nor to be found in statistics", () => {
    const source = tableModel()
    const [finding] = check({}, source)
    expect(finding).toMatchObject({ code: "OP210", evidence: { hasFirstBound: false } })
    expect(finding?.advice).toContain("initial_partition_value")
    expect(check({ initial_partition_value: "DATE '2024-01-01'" }, source)).toEqual([])
  })

  it.each([
    ["a month interval beginning on a 31st", { initial_partition_value: "DATE '2024-01-31'" }, "ORA-14767"],
    ["an interval of numbers on a DATE", { interval_type: "NUMBER", initial_partition_value: 1 }, "ORA-14752"],
    [
      "an interval of time on a NUMBER",
      { partition_column: "ORDER_ID", initial_partition_value: "DATE '2024-01-01'" },
      "ORA-14752"
    ],
    ["a number as first bound of a DATE", { initial_partition_value: 5 }, "ORA-14752"]
  ] as const)("refuses %s", (_, given, error) => {
    const findings = check(given)
    expect(findings).toMatchObject([{ code: "OP212", severity: "error" }])
    expect(findings[0]?.what).toContain(error)
  })

  it("refuses more fragments than one CREATE TABLE makes", () => {
    const bounds = Object.fromEntries(Array.from({ length: 123 }, (_, n) => [`P${n}`, `${1900 + n}-01-01`]))
    const layout = partitioning("ORDER_DATE", {
      interval: { unit: "MONTH", value: "1" },
      partitions: rangePartitions(bounds)
    })
    const source = tableModel({ columns, partitioning: layout })
    expect(codes({ subpartition_count: 1016 }, source, "interval")).toEqual(["OP213"])
    // 123 x 1017 = 125,091 subpartitions against 125,000.
    expect(check({ subpartition_count: 1017 }, source, "interval")).toMatchObject([
      { code: "OP211", evidence: { fragments: 125_091 } }
    ])
  })

  it("tells which explicit partitions are kept, and nothing when a new first one is made", () => {
    const source = tableModel({ columns, partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2020-01-01") })
    const [note] = check({}, source, "interval")
    expect(note).toMatchObject({
      code: "OP213",
      severity: "info",
      evidence: { partitions: ["P_ANCHOR"], transitionPoint: "2020-01-01" }
    })
    expect(check({ initial_partition_value: "DATE '2024-01-01'" }, source, "interval")).toEqual([])
  })
})

describe("actionCodes", () => {
  it("are unique, in order, and lie between OP200 and OP219", () => {
    const listed = actionCodes.map((entry) => entry.code)
    expect(listed).toEqual([...new Set(listed)].sort())
    for (const code of listed) expect(code).toMatch(/^OP2[01]\d$/)
  })

  it.each(actionCodes)("has a page for $code $slug with its title and severity", ({ code, severity, slug, title }) => {
    const page = readFileSync(new URL(`../../../../docs/reference/checks/${code}-${slug}.md`, import.meta.url), "utf8")
    expect(page.startsWith(`# ${code} ${slug}\n\n${title}.\n\nSeverity: ${severity}.\n`)).toBe(true)
    const sections = [...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])
    expect(sections).toEqual(["What it means", "Why it matters", "How to fix"])
  })
})

describe("describeBound", () => {
  it("leaves midnight out and keeps any other time", () => {
    expect(describeBound({ type: "datetime", value: "2024-01-01 00:00:00" })).toBe("2024-01-01")
    expect(describeBound({ type: "datetime", value: "2024-01-01 06:00:00" })).toBe("2024-01-01 06:00:00")
  })

  it("writes numbers, MAXVALUE and unread texts as they are", () => {
    expect(describeBound({ type: "number", value: "10000" })).toBe("10000")
    expect(describeBound({ type: "maxvalue" })).toBe("MAXVALUE")
    expect(describeBound({ type: "other", text: "'A', 'B'" })).toBe("'A', 'B'")
  })
})
