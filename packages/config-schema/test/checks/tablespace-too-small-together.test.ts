import { databaseInfo, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { tablespaceTooSmallTogether } from "../../src/checks/tablespace-too-small-together.ts"
import { askAll } from "../ask-check.ts"

const GB = 1024 ** 3
const tables = ["A", "B", "C"].map((name) => tableModel({ name, segments: { tableBytes: 30 * GB } }))
const configs = ["A", "B", "C"].map((table_name) => tableConfig({ table_name }))
const snapshot = (freeBytes: number) =>
  schemaSnapshot({ tables, database: databaseInfo({ tablespaces: [{ name: "USERS", freeBytes, bigfile: false }] }) })

describe("OP170 tablespace-too-small-together", () => {
  it("adds up all enabled tables of the file, once", () => {
    const findings = askAll(tablespaceTooSmallTogether, configs, snapshot(80 * GB))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP170", severity: "warning", subject: "tablespace USERS", path: "" })
    expect(findings[0]?.what).toContain("The copies of 3 tables need about 90 GB in USERS together; 80 GB can be used")
  })

  it("leaves disabled tables out", () => {
    const [first, ...rest] = configs
    expect(
      askAll(tablespaceTooSmallTogether, [{ ...(first ?? tableConfig()), enabled: false }, ...rest], snapshot(80 * GB))
    ).toEqual([])
  })

  it("is silent where everything fits, and where one alone does not", () => {
    expect(askAll(tablespaceTooSmallTogether, configs, snapshot(90 * GB))).toEqual([])
    expect(askAll(tablespaceTooSmallTogether, configs, snapshot(20 * GB))).toEqual([])
  })
})
