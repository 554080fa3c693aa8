import { describe, expect, it } from "vitest"
import { deltaMissesChanges } from "../../src/refusals/delta-misses-changes.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const timestamp = { deltaSync: "timestamp", deltaColumn: "CHANGED_AT" } as const

describe("OP260 delta-misses-changes", () => {
  it("says what delta_sync timestamp misses, with the column", () => {
    const [finding] = runRefusalOn(deltaMissesChanges, {}, { settings: timestamp })
    expect(finding).toMatchObject({ code: "OP260", severity: "warning", subject: "HR.ORDERS" })
    expect(finding?.what).toMatch(/CHANGED_AT: deletes, updates that do not set the column/u)
    expect(finding?.why).toContain("exact comparison inside the freeze")
  })

  it("says that a missed update goes unnoticed when rows are only counted", () => {
    const [finding] = runRefusalOn(deltaMissesChanges, {}, { settings: { ...timestamp, validateData: false } })
    expect(finding?.why).toContain("only counted")
  })

  it("is silent for delta_sync none, and for a table that is READ ONLY anyway", () => {
    expect(runRefusalOn(deltaMissesChanges)).toEqual([])
    expect(runRefusalOn(deltaMissesChanges, { storage: { isReadOnly: true } }, { settings: timestamp })).toEqual([])
  })
})
