import { databaseInfo, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { chosenNameUnusable } from "../../src/checks/chosen-name-unusable.ts"
import { askCheck } from "../ask-check.ts"

const long = "ORDERS_OF_THE_SALES_DEPARTMENT_NEW"
const ask = (
  names: { readonly interim?: string; readonly retained?: string; readonly ledger?: string },
  given: Parameters<typeof databaseInfo>[0] = {}
) =>
  askCheck(chosenNameUnusable, {
    source: tableModel(),
    database: databaseInfo(given),
    table: { migration_settings: { names } }
  })

describe("OP153 chosen-name-unusable", () => {
  it("takes quoted, mixed-case and reserved names, which are legal", () => {
    expect(ask({ interim: "Orders New", retained: "TABLE", ledger: "orders$log" })).toEqual([])
  })

  it("counts 34 characters as too many before 12.2 and as fine since", () => {
    expect(ask({ interim: long })).toEqual([])
    const [finding] = ask({ interim: long }, { version: { major: 12, minor: 1 } })
    expect(finding).toMatchObject({
      code: "OP153",
      severity: "error",
      path: "/tables/0/migration_settings/names/interim"
    })
    expect(finding?.what).toContain("34 bytes long, 4 more than the 30 allowed here (ORA-00972)")
    expect(finding?.advice).toMatch(/^Write ORDERS_OF_THE_SALES_DEP_[0-9A-F]{6}/)
  })

  it("holds a database of unknown COMPATIBLE to 30 bytes and says why", () => {
    expect(ask({ interim: long }, { compatible: null })[0]?.why).toContain("both have to be known")
  })

  it("counts bytes, not characters", () => {
    expect(ask({ retained: "\u00c4".repeat(16) }, { version: { major: 12, minor: 1 } })).toHaveLength(1)
  })

  it("refuses a double quote, and every bad name at once", () => {
    expect(ask({ interim: 'A"B', ledger: "A\nB" })).toHaveLength(2)
  })

  it("refuses without a snapshot only what no release takes", () => {
    const names = { interim: long, retained: "X".repeat(129) }
    expect(
      askCheck(chosenNameUnusable, { snapshot: null, table: { migration_settings: { names } } }).map(
        (finding) => finding.path
      )
    ).toEqual(["/tables/0/migration_settings/names/retained"])
  })

  it("proposes a shorter name only for one that is nothing but too long", () => {
    expect(ask({ interim: `${"X".repeat(140)}"` })[0]?.advice).toBe("Leave the key out: the planner chooses a name.")
    const [finding] = ask({ interim: "X".repeat(129) })
    expect(finding?.advice).toMatch(/^Write X{121}_[0-9A-F]{6}, or leave/)
    expect(finding?.why).toBe("")
  })
})
