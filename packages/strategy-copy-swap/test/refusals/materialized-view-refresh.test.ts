import { describe, expect, it } from "vitest"
import { materializedViewRefresh } from "../../src/refusals/materialized-view-refresh.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP262 materialized-view-refresh", () => {
  it("names every materialized view that is refreshed completely", () => {
    const materializedViews = ["MV1", "MV2"].map((name) => ({
      owner: "DWH",
      name,
      refreshMethod: "FAST",
      isPrebuilt: false
    }))
    const [finding] = runRefusalOn(materializedViewRefresh, { materializedViews })
    expect(finding).toMatchObject({ code: "OP262", severity: "warning" })
    expect(finding?.what).toContain("DWH.MV1, DWH.MV2 read HR.ORDERS")
  })

  it("is silent without one", () => {
    expect(runRefusalOn(materializedViewRefresh)).toEqual([])
  })
})
