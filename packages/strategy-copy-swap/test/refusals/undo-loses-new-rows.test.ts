import { primaryKey, unique } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { undoLosesNewRows } from "../../src/refusals/undo-loses-new-rows.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP263 undo-loses-new-rows", () => {
  it("warns about a table without a key", () => {
    const [finding] = runRefusalOn(undoLosesNewRows)
    expect(finding).toMatchObject({ code: "OP263", severity: "warning" })
    expect(finding?.why).toContain("refuses as long as they differ")
  })

  it("is silent with a primary key, or a unique key of mandatory columns", () => {
    expect(runRefusalOn(undoLosesNewRows, { constraints: [primaryKey("PK", "ORDER_ID")] })).toEqual([])
    expect(runRefusalOn(undoLosesNewRows, { constraints: [unique("UK", "ORDER_ID")] })).toEqual([])
  })

  it("is silent for a table that is READ ONLY anyway: nothing new is written", () => {
    expect(runRefusalOn(undoLosesNewRows, { storage: { isReadOnly: true } })).toEqual([])
  })
})
