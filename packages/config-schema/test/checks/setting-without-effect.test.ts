import { intervalPartitioning, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { settingWithoutEffect } from "../../src/checks/setting-without-effect.ts"
import { askCheck } from "../ask-check.ts"

const partitioned = tableModel({ partitioning: intervalPartitioning("ORDER_DATE", "MONTH", "2023-01-01") })

describe("OP168 setting-without-effect", () => {
  it("says nothing of settings that are read", () => {
    const migration_settings = { chunk_rows: 100_000, delta_sync: "timestamp", delta_column: "ORDER_DATE" } as const
    expect(askCheck(settingWithoutEffect, { source: tableModel(), table: { migration_settings } })).toEqual([])
  })

  it("finds a delta_column that nobody reads", () => {
    const [finding] = askCheck(settingWithoutEffect, {
      source: tableModel(),
      table: { migration_settings: { delta_column: "ORDER_DATE" } }
    })
    expect(finding).toMatchObject({
      code: "OP168",
      severity: "warning",
      path: "/tables/0/migration_settings/delta_column"
    })
    expect(finding?.what).toContain("not given, which means none")
  })

  it("finds chunk_rows on a table that is loaded partition by partition", () => {
    const [finding] = askCheck(settingWithoutEffect, {
      source: partitioned,
      table: { migration_settings: { chunk_rows: 100_000 } }
    })
    expect(finding?.path).toBe("/tables/0/migration_settings/chunk_rows")
  })

  it("finds a hash column beside a type that is not HASH", () => {
    const table = { target_configuration: { subpartition_type: "NONE" } }
    expect(askCheck(settingWithoutEffect, { source: tableModel(), table })[0]?.path).toBe(
      "/tables/0/target_configuration/subpartition_column"
    )
    const none = {
      target_configuration: { subpartition_type: null, subpartition_column: null, subpartition_count: null }
    }
    expect(askCheck(settingWithoutEffect, { source: tableModel(), table: none })).toEqual([])
  })

  it("points at the count when only that is written", () => {
    const target_configuration = { subpartition_type: "NONE", subpartition_column: undefined }
    expect(askCheck(settingWithoutEffect, { source: tableModel(), table: { target_configuration } })[0]?.path).toBe(
      "/tables/0/target_configuration/subpartition_count"
    )
  })
})
