import { describe, expect, it } from "vitest"
import { deltaTriggerUnavailable } from "../../src/checks/delta-trigger-unavailable.ts"
import { askCheck } from "../ask-check.ts"

describe("OP158 delta-trigger-unavailable", () => {
  it.each(["none", "timestamp", undefined] as const)("takes delta_sync %s", (delta_sync) => {
    const migration_settings = delta_sync === undefined ? {} : { delta_sync }
    expect(askCheck(deltaTriggerUnavailable, { snapshot: null, table: { migration_settings } })).toEqual([])
  })

  it("refuses trigger and says what there is", () => {
    const [finding] = askCheck(deltaTriggerUnavailable, {
      snapshot: null,
      table: { migration_settings: { delta_sync: "trigger" } }
    })
    expect(finding).toMatchObject({
      code: "OP158",
      severity: "error",
      path: "/tables/0/migration_settings/delta_sync",
      evidence: { available: ["none", "timestamp"] }
    })
    expect(finding?.advice).toContain('Use "none"')
  })
})
