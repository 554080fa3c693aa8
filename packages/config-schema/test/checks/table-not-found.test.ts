import { schemaSnapshot, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { tableNotFound } from "../../src/checks/table-not-found.ts"
import { askCheck } from "../ask-check.ts"

const snapshot = schemaSnapshot({
  tables: [tableModel(), tableModel({ name: "ORDER_LINES" }), tableModel({ name: "Mixed Case" })]
})

describe("OP120 table-not-found", () => {
  it("says nothing of a table that the snapshot holds under exactly this name", () => {
    expect(askCheck(tableNotFound, { snapshot })).toEqual([])
    expect(askCheck(tableNotFound, { snapshot, table: { table_name: "Mixed Case" } })).toEqual([])
  })

  it("says nothing without a snapshot", () => {
    expect(askCheck(tableNotFound, { snapshot: null })).toEqual([])
  })

  it("names the table that a misspelt name stands for", () => {
    const [finding] = askCheck(tableNotFound, { snapshot, table: { table_name: "ORDERLINES" } })
    expect(finding).toMatchObject({
      code: "OP120",
      severity: "error",
      path: "/tables/0/table_name",
      advice: "Did you mean HR.ORDER_LINES?"
    })
  })

  it("names the table in its own case", () => {
    const [finding] = askCheck(tableNotFound, { snapshot, table: { table_name: "orders" } })
    expect(finding?.advice).toBe("Did you mean HR.ORDERS?")
  })

  it("points at the owner when nobody of that name owns a table", () => {
    const [finding] = askCheck(tableNotFound, { snapshot, table: { owner: "hr" } })
    expect(finding).toMatchObject({ path: "/tables/0/owner", advice: "Did you mean HR.ORDERS?" })
  })

  it("tells that names stand without the quotes of SQL", () => {
    const [finding] = askCheck(tableNotFound, { snapshot, table: { table_name: '"Mixed Case"' } })
    expect(finding?.advice).toContain("without the quotes")
  })

  it("suggests nothing when nothing is close", () => {
    const [finding] = askCheck(tableNotFound, { snapshot, table: { table_name: "INVOICES" } })
    expect(finding?.advice).toBe("Make the snapshot again if the table is new.")
  })

  it("names only the owner when that owner has no such table either", () => {
    const [finding] = askCheck(tableNotFound, { snapshot, table: { owner: "HRR", table_name: "INVOICES" } })
    expect(finding?.advice).toBe("Did you mean the owner HR?")
    expect(askCheck(tableNotFound, { snapshot, table: { owner: "FINANCE" } })[0]?.advice).toBe(
      "The snapshot holds tables of HR."
    )
  })
})
