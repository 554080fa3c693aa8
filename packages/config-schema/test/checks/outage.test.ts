import { tableConfig } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { outage } from "../../src/checks/outage.ts"
import { askAll } from "../ask-check.ts"

const following = { delta_sync: "timestamp", delta_column: "CHANGED_AT" } as const

describe("OP161 outage", () => {
  it("names once the enabled tables that nobody can write", () => {
    const tables = [
      tableConfig({ table_name: "OFF", enabled: false }),
      tableConfig({ table_name: "A" }),
      tableConfig({ table_name: "B", migration_settings: following }),
      tableConfig({ table_name: "C", migration_settings: { delta_sync: "none" } })
    ]
    const findings = askAll(outage, tables, null)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      code: "OP161",
      severity: "info",
      subject: "the migration",
      path: "",
      evidence: { tables: ["HR.A", "HR.C"] }
    })
    expect(findings[0]?.what).toBe(
      "2 tables are READ ONLY from before the load until the cutover: HR.A and HR.C. Writers get ORA-12081."
    )
  })

  it("is silent when every table follows its changes", () => {
    expect(askAll(outage, [tableConfig({ migration_settings: following })], null)).toEqual([])
  })
})
