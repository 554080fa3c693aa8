import type { MigrationSettings } from "@orapart/contract"
import { describe, expect, it } from "vitest"
import { retentionContradiction } from "../../src/checks/retention-contradiction.ts"
import { askCheck } from "../ask-check.ts"

const ask = (migration_settings: MigrationSettings) =>
  askCheck(retentionContradiction, { snapshot: null, table: { migration_settings } })

describe("OP162 retention-contradiction", () => {
  it("takes settings that say the same", () => {
    expect(ask({ backup_old_table: true, drop_old_after_days: 7 })).toEqual([])
    expect(ask({ backup_old_table: false, drop_old_after_days: 0 })).toEqual([])
    expect(ask({ backup_old_table: false })).toEqual([])
    expect(ask({ drop_old_after_days: 0 })).toEqual([])
  })

  it("tells that 30 days are not kept without a backup", () => {
    const [finding] = ask({ backup_old_table: false, drop_old_after_days: 30 })
    expect(finding).toMatchObject({
      code: "OP162",
      severity: "warning",
      path: "/tables/0/migration_settings/drop_old_after_days"
    })
    expect(finding?.what).toContain("which means 0 days")
  })

  it("tells that a backup of 0 days is none", () => {
    expect(ask({ backup_old_table: true, drop_old_after_days: 0 })[0]?.what).toContain("on the day of the cutover")
  })

  it("counts one day as a contradiction too", () => {
    expect(ask({ backup_old_table: false, drop_old_after_days: 1 })).toHaveLength(1)
    expect(ask({ backup_old_table: true, drop_old_after_days: 1 })).toEqual([])
  })
})
