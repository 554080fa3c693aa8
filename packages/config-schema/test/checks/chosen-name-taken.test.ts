import { schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { chosenNameTaken } from "../../src/checks/chosen-name-taken.ts"
import { askCheck } from "../ask-check.ts"

const snapshot = schemaSnapshot({
  tables: [tableModel()],
  usedNames: { HR: { objects: ["ORDERS_NEW", "ORDERS_LOG"] } }
})
const ask = (
  names: { readonly interim?: string; readonly retained?: string; readonly ledger?: string },
  others: ReadonlyArray<ReturnType<typeof tableConfig>> = []
) => askCheck(chosenNameTaken, { snapshot, others, table: { migration_settings: { names } } })

const choosing = (interim: string, owner = "HR") =>
  tableConfig({ owner, table_name: "ITEMS", migration_settings: { names: { interim } } })

describe("OP154 chosen-name-taken", () => {
  it("takes names that are free", () => {
    expect(ask({ interim: "ORDERS_INT", retained: "ORDERS_OLD", ledger: "ORDERS_STATE" })).toEqual([])
  })

  it("refuses a name that the schema has with ORA-00955", () => {
    const [finding] = ask({ interim: "ORDERS_NEW" })
    expect(finding).toMatchObject({
      code: "OP154",
      severity: "error",
      path: "/tables/0/migration_settings/names/interim"
    })
    expect(finding?.what).toContain("HR already has an object ORDERS_NEW (ORA-00955)")
  })

  it("takes a ledger that is there from an earlier run", () => {
    expect(ask({ ledger: "ORDERS_LOG" })).toEqual([])
  })

  it("refuses the table's own name and the same name twice", () => {
    expect(ask({ interim: "ORDERS" })[0]?.what).toContain("the table's own name")
    expect(ask({ interim: "ORDERS_X", retained: "ORDERS_X" })[0]?.what).toContain("also the interim name")
  })

  it("refuses a name that another enabled entry of the owner chose", () => {
    expect(ask({ interim: "SHARED" }, [choosing("SHARED")])[0]?.what).toContain("the entry of HR.ITEMS chose it too")
    expect(ask({ interim: "SHARED" }, [choosing("SHARED", "APP")])).toEqual([])
  })

  it("compares names exactly", () => {
    expect(ask({ interim: "orders_new" })).toEqual([])
  })
})
