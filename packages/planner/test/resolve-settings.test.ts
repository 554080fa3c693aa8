import { tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { checkSettings, resolveSettings } from "../src/resolve-settings.ts"

describe("resolveSettings", () => {
  it("fills every default when the entry says nothing", () => {
    expect(resolveSettings(tableConfig())).toEqual({
      priority: "MEDIUM",
      estimatedHours: null,
      validateData: true,
      dropOldAfterDays: 7,
      deltaSync: "none",
      deltaColumn: null,
      ddlLockTimeoutSeconds: 5,
      chunkRows: null,
      nologging: false,
      parallelDegree: 1,
      initialExtentBytes: null
    })
  })

  it("keeps what the entry says", () => {
    const table = tableConfig({
      target_configuration: { parallel_degree: 8 },
      migration_settings: {
        priority: "HIGH",
        estimated_hours: 9.4,
        validate_data: false,
        drop_old_after_days: 30,
        delta_sync: "timestamp",
        delta_column: "UPDATED",
        ddl_lock_timeout_seconds: 3,
        chunk_rows: 1_000_000,
        nologging: true
      }
    })
    expect(resolveSettings(table)).toEqual({
      priority: "HIGH",
      estimatedHours: 9.4,
      validateData: false,
      dropOldAfterDays: 30,
      deltaSync: "timestamp",
      deltaColumn: "UPDATED",
      ddlLockTimeoutSeconds: 3,
      chunkRows: 1_000_000,
      nologging: true,
      parallelDegree: 8,
      initialExtentBytes: null
    })
  })

  it("shortens the retention to 0 days when backup_old_table is false, whatever drop_old_after_days says", () => {
    const table = tableConfig({ migration_settings: { backup_old_table: false, drop_old_after_days: 30 } })
    expect(resolveSettings(table).dropOldAfterDays).toBe(0)
  })

  it("reads a parallel degree that is no whole number from 1 on as 1", () => {
    const degreeOf = (parallel_degree: unknown) =>
      resolveSettings(tableConfig({ target_configuration: { parallel_degree } })).parallelDegree
    expect([0, -2, 2.5, "4", null].map(degreeOf)).toEqual([1, 1, 1, 1, 1])
  })
})

describe("checkSettings", () => {
  it("refuses delta_sync trigger as not available and says what to use", () => {
    const table = tableConfig({ migration_settings: { delta_sync: "trigger" } })
    const [finding, ...others] = checkSettings(table, tableModel())
    expect(others).toEqual([])
    expect(finding).toMatchObject({ code: "OP223", severity: "error", subject: "HR.ORDERS" })
    expect(finding?.what).toContain("not available in this version")
    expect(finding?.advice).toContain(`"delta_sync": "none"`)
  })

  it("has nothing against none and timestamp", () => {
    for (const delta_sync of ["none", "timestamp"] as const) {
      expect(checkSettings(tableConfig({ migration_settings: { delta_sync } }), tableModel())).toEqual([])
    }
  })
})
