import { databaseInfo, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { spaceNotChecked } from "../../src/checks/space-not-checked.ts"
import { askAll, askCheck } from "../ask-check.ts"

const sized = tableModel({ segments: { tableBytes: 1000 } })

describe("OP152 space-not-checked", () => {
  it("says nothing where both sides are known", () => {
    expect(askCheck(spaceNotChecked, { source: sized })).toEqual([])
  })

  it("says once per file that no tablespace was seen", () => {
    const tables = [tableConfig(), tableConfig({ table_name: "B" })]
    const findings = askAll(
      spaceNotChecked,
      tables,
      schemaSnapshot({ tables: [sized], database: databaseInfo({ tablespaces: [] }) })
    )
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP152", severity: "info", path: "" })
  })

  it("says which table's size is unknown", () => {
    const [finding] = askCheck(spaceNotChecked, { source: tableModel() })
    expect(finding).toMatchObject({ severity: "info", path: "/tables/0/table_name" })
    expect(finding?.what).toContain("the size of the table is not known")
  })

  it("says whose free space is unknown", () => {
    const database = databaseInfo({
      tablespaces: [
        { name: "USERS", freeBytes: null, bigfile: null },
        { name: "DATA", freeBytes: 5, bigfile: null }
      ]
    })
    expect(askCheck(spaceNotChecked, { source: sized, database })[0]?.what).toContain(
      "the free space of USERS is not known"
    )
  })

  it("asks nothing of tables that cannot be moved anyway", () => {
    expect(askCheck(spaceNotChecked, { source: tableModel({ kind: "external" }) })).toEqual([])
  })
})
