import { index, primaryKey, tableModel, uniqueIndex } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { uniqueIndexLocal } from "../../src/checks/unique-index-local.ts"
import { askCheck } from "../ask-check.ts"

const source = tableModel({
  indexes: [
    uniqueIndex("ID_UX", "ORDER_ID"),
    uniqueIndex("BOTH_UX", ["ORDER_DATE", "ORDER_ID"]),
    uniqueIndex("DATE_UX", "ORDER_DATE"),
    index("PLAIN_IX", "ORDER_ID")
  ]
})
const ask = (index_overrides: { readonly [name: string]: "LOCAL" | "GLOBAL" }, table = source) =>
  askCheck(uniqueIndexLocal, { source: table, table: { migration_settings: { index_overrides } } })

describe("OP143 unique-index-local", () => {
  it("refuses LOCAL without the partition key with ORA-14039", () => {
    const [finding] = ask({ ID_UX: "LOCAL" })
    expect(finding).toMatchObject({
      code: "OP143",
      severity: "error",
      subject: "HR.ORDERS.ID_UX",
      path: "/tables/0/migration_settings/index_overrides/ID_UX"
    })
    expect(finding?.what).toContain("ORA-14039")
  })

  it("refuses LOCAL without the subpartition key with ORA-14188", () => {
    expect(ask({ DATE_UX: "LOCAL" })[0]?.what).toContain("ORA-14188")
  })

  it("takes LOCAL with both keys, GLOBAL always, and LOCAL of an index that is not unique", () => {
    expect(ask({ BOTH_UX: "LOCAL", ID_UX: "GLOBAL", PLAIN_IX: "LOCAL" })).toEqual([])
  })

  it("judges an index as unique that a primary key stands on", () => {
    const keyed = tableModel({
      constraints: [primaryKey("ORDERS_PK", "ORDER_ID", { indexName: "PLAIN_IX" })],
      indexes: [index("PLAIN_IX", "ORDER_ID")]
    })
    expect(ask({ PLAIN_IX: "LOCAL" }, keyed)[0]?.what).toContain("ORA-14039")
  })

  it("warns against changing the key, because foreign keys point at it", () => {
    expect(ask({ ID_UX: "LOCAL" })[0]?.advice).toContain("ORA-02270")
  })
})
