import { databaseInfo, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { attachmentsPartlyVisible } from "../../src/checks/attachments-partly-visible.ts"
import { askAll, askCheck } from "../ask-check.ts"

const partly = databaseInfo({ coverage: { childForeignKeys: "all-partial", policies: "none" } })

describe("OP147 attachments-partly-visible", () => {
  it("says nothing when everything was read from DBA views", () => {
    expect(askCheck(attachmentsPartlyVisible, { source: tableModel() })).toEqual([])
  })

  it("names what may be missing and what it would do", () => {
    const [finding] = askCheck(attachmentsPartlyVisible, { source: tableModel(), database: partly })
    expect(finding).toMatchObject({ code: "OP147", severity: "warning", subject: "the snapshot", path: "" })
    expect(finding?.what).toContain(
      "foreign keys of other schemas that point at the tables (only those of the reading user)"
    )
    expect(finding?.what).toContain("VPD, redaction and audit policies (not at all)")
    expect(finding?.what).not.toContain("triggers")
    expect(finding?.why).toContain("no longer hides rows")
  })

  it("speaks once per file", () => {
    const tables = [tableConfig({ enabled: false }), tableConfig({ table_name: "A" }), tableConfig({ table_name: "B" })]
    expect(askAll(attachmentsPartlyVisible, tables, schemaSnapshot({ database: partly }))).toHaveLength(1)
  })
})
