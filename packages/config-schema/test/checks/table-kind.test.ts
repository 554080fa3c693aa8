import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { tableKind } from "../../src/checks/table-kind.ts"
import { askCheck } from "../ask-check.ts"

const kinds = [
  "index-organized",
  "clustered",
  "global-temporary",
  "external",
  "hybrid-partitioned",
  "nested-table-storage",
  "materialized-view-container",
  "object-table",
  "queue-table",
  "blockchain"
] as const

describe("OP121 table-kind", () => {
  it("takes a heap table", () => {
    expect(askCheck(tableKind, { source: tableModel() })).toEqual([])
  })

  it.each(kinds)("refuses a table of the kind %s with the reason", (kind) => {
    const [finding] = askCheck(tableKind, { source: tableModel({ kind }) })
    expect(finding).toMatchObject({ code: "OP121", severity: "error", path: "/tables/0/table_name" })
    expect(finding?.what).toContain(`HR.ORDERS is of the kind ${kind}`)
    expect(finding?.why).not.toBe("")
  })
})
