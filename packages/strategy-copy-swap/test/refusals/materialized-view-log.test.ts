import { describe, expect, it } from "vitest"
import { materializedViewLog } from "../../src/refusals/materialized-view-log.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP243 materialized-view-log", () => {
  it("refuses a table with a log, because RENAME raises ORA-26563", () => {
    const [finding] = runRefusalOn(materializedViewLog, { hasMaterializedViewLog: true })
    expect(finding).toMatchObject({ code: "OP243", severity: "error", subject: "HR.ORDERS" })
    expect(finding?.what).toContain("ORA-26563")
    expect(finding?.advice).toContain("DROP MATERIALIZED VIEW LOG ON")
  })

  it("takes a table without one, also when materialized views read it", () => {
    const materializedViews = [{ owner: "DWH", name: "MV", refreshMethod: "COMPLETE", isPrebuilt: false }]
    expect(runRefusalOn(materializedViewLog, { materializedViews })).toEqual([])
  })
})
