import { schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { privilegesNotChecked } from "../../src/checks/privileges-not-checked.ts"
import { askAll, askCheck } from "../ask-check.ts"

describe("OP149 privileges-not-checked", () => {
  it("says once per file what only a connection can tell", () => {
    const tables = [tableConfig(), tableConfig({ table_name: "B" })]
    const findings = askAll(privilegesNotChecked, tables, schemaSnapshot({ tables: [tableModel()] }))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP149", severity: "info", subject: "the database", path: "" })
    expect(findings[0]?.what).toContain("Not checked")
  })

  it("is silent without a snapshot, where nothing of the database is checked", () => {
    expect(askCheck(privilegesNotChecked, { snapshot: null })).toEqual([])
  })
})
