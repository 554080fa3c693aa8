import { describe, expect, it } from "vitest"
import { deltaTimestamp } from "../../src/checks/delta-timestamp.ts"
import { askCheck } from "../ask-check.ts"

describe("OP159 delta-timestamp", () => {
  it("says what a timestamp misses", () => {
    const migration_settings = { delta_sync: "timestamp", delta_column: "CHANGED_AT" } as const
    const [finding] = askCheck(deltaTimestamp, { snapshot: null, table: { migration_settings } })
    expect(finding).toMatchObject({
      code: "OP159",
      severity: "warning",
      path: "/tables/0/migration_settings/delta_sync"
    })
    expect(finding?.what).toContain(
      "misses deletes, updates that leave CHANGED_AT as it was, and transactions that commit late"
    )
  })

  it("is silent for the other ways", () => {
    expect(askCheck(deltaTimestamp, { snapshot: null })).toEqual([])
    expect(askCheck(deltaTimestamp, { snapshot: null, table: { migration_settings: { delta_sync: "none" } } })).toEqual(
      []
    )
  })
})
