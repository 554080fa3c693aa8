import { databaseInfo, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { partitioningUnavailable } from "../../src/checks/partitioning-unavailable.ts"
import { askAll, askCheck } from "../ask-check.ts"

const ask = (given: Parameters<typeof databaseInfo>[0]) =>
  askCheck(partitioningUnavailable, { source: tableModel(), database: databaseInfo(given) })

describe("OP148 partitioning-unavailable", () => {
  it("takes 12.1 with the option, and a release that is not known", () => {
    expect(ask({ version: { major: 12, minor: 1 } })).toEqual([])
    expect(ask({ version: null })).toEqual([])
  })

  it("refuses 11.2", () => {
    const [finding] = ask({ version: { major: 11, minor: 2 } })
    expect(finding).toMatchObject({ code: "OP148", severity: "error", subject: "the database", path: "" })
    expect(finding?.what).toBe("The database is Oracle 11.2; the scripts need 12.1 or later.")
  })

  it("refuses a database without the option with ORA-00439", () => {
    expect(ask({ partitioningOption: false })[0]).toMatchObject({
      severity: "error",
      what: expect.stringContaining("ORA-00439") as string
    })
  })

  it("says that the option was not seen", () => {
    expect(ask({ partitioningOption: null })[0]).toMatchObject({
      severity: "info",
      what: expect.stringContaining("Not checked") as string
    })
  })

  it("speaks once per file", () => {
    const database = databaseInfo({ partitioningOption: false })
    const tables = [tableConfig(), tableConfig({ table_name: "B" })]
    expect(askAll(partitioningUnavailable, tables, schemaSnapshot({ database }))).toHaveLength(1)
  })
})
