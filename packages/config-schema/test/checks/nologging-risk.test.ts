import { databaseInfo, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { nologgingRisk } from "../../src/checks/nologging-risk.ts"
import { askCheck } from "../ask-check.ts"

const ask = (nologging: boolean, given: Parameters<typeof databaseInfo>[0] = {}) =>
  askCheck(nologgingRisk, {
    source: tableModel(),
    database: databaseInfo(given),
    table: { migration_settings: { nologging } }
  })

describe("OP156 nologging-risk", () => {
  it("says nothing where redo is written", () => {
    expect(ask(false, { standby: true })).toEqual([])
    expect(askCheck(nologgingRisk, { source: tableModel() })).toEqual([])
  })

  it("asks for a backup", () => {
    const [finding] = ask(true)
    expect(finding).toMatchObject({
      code: "OP156",
      severity: "warning",
      path: "/tables/0/migration_settings/nologging"
    })
    expect(finding?.why).toContain("ORA-26040")
    expect(finding?.what).not.toContain("not known")
  })

  it("is an error beside a standby", () => {
    expect(ask(true, { standby: true })[0]).toMatchObject({ severity: "error" })
  })

  it("has no effect under FORCE LOGGING, standby or not", () => {
    expect(ask(true, { forceLogging: true, standby: true })[0]).toMatchObject({
      severity: "warning",
      what: expect.stringContaining("no effect") as string
    })
  })

  it("says that a standby was not looked for", () => {
    expect(ask(true, { standby: null })[0]?.what).toContain("not known")
  })
})
