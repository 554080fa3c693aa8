import { check, childForeignKey, index, tableModel, trigger } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { indexUsedNames } from "../../src/names/used-names.ts"

const orders = tableModel({
  constraints: [check("ORDERS_CK", `"ORDER_ID" > 0`)],
  indexes: [index("ORDERS_IX", "ORDER_DATE", { owner: "IX" })],
  triggers: [trigger("ORDERS_TR", { owner: "TR" })],
  childForeignKeys: [
    childForeignKey({
      owner: "SALES",
      table: "ITEMS",
      name: "ITEMS_FK",
      columns: ["ORDER_ID"],
      referencedConstraint: "ORDERS_PK"
    })
  ]
})

describe("indexUsedNames", () => {
  it("files what hangs on a table under the schema and namespace it lives in", () => {
    const used = indexUsedNames({ tables: [orders] })
    expect([...used.namesOf("HR", "objects")]).toEqual(["ORDERS"])
    expect([...used.namesOf("HR", "constraints")]).toContain("ORDERS_CK")
    expect([...used.namesOf("IX", "indexes")]).toEqual(["ORDERS_IX"])
    expect([...used.namesOf("TR", "triggers")]).toEqual(["ORDERS_TR"])
    expect([...used.namesOf("SALES", "constraints")]).toEqual(["ITEMS_FK"])
    expect([used.namesOf("HR", "indexes").size, used.namesOf("HR", "triggers").size]).toEqual([0, 0])
  })

  it("adds the names that discovery listed, and knows which schemas it listed", () => {
    const listed = { objects: ["V_ORDERS"], indexes: ["I"], constraints: ["C"], triggers: ["T"] }
    const used = indexUsedNames({ tables: [orders], usedNames: { HR: listed } })
    expect([...used.namesOf("HR", "objects")]).toEqual(["V_ORDERS", "ORDERS"])
    expect([used.isComplete("HR"), used.isComplete("SALES")]).toEqual([true, false])
  })

  it("knows nothing of a schema nobody mentioned", () => {
    expect(indexUsedNames({ tables: [] }).namesOf("X", "objects").size).toBe(0)
  })
})
