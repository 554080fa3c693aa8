import { primaryKey } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planDropOldTable } from "../../src/steps/drop-old-table.ts"
import { valueOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"

const keyed = { constraints: [primaryKey("ORDERS_PK", "ORDER_ID")] }

describe("planDropOldTable", () => {
  it("is step 70, which no master calls and nothing takes back", () => {
    const step = planDropOldTable(migrationOf())
    expect(step).toMatchObject({
      id: "drop-old-table",
      number: 70,
      file: "70_drop_old_table.sql",
      phase: "cleanup",
      restart: "run-again",
      master: null,
      apply: { template: "core:70_drop_old_table.sql" },
      locks: [{ object: "HR.ORDERS_OLD", mode: "exclusive" }]
    })
    expect(step.title).toContain("point of no return")
    expect(step.revert).toMatchObject({ kind: "impossible" })
    expect(step.revert).toMatchObject({
      reason: expect.stringContaining("recycle bin"),
      advice: expect.stringContaining("backup")
    })
  })

  it("waits for the days of the config", () => {
    const step = planDropOldTable(migrationOf({}, { settings: { dropOldAfterDays: 30 } }))
    expect(valueOf(step.apply.data, "retentionDays")).toBe(30)
    expect(step.does).toContain("after 30 day(s)")
  })

  it("drops the reverse capture with the table, where there is one", () => {
    expect(valueOf(planDropOldTable(migrationOf(keyed)).apply.data, "capture")).toMatchObject({
      log: "ORAPART_ORDERS_LOG",
      trigger: "ORAPART_ORDERS_TRG"
    })
    expect(valueOf(planDropOldTable(migrationOf()).apply.data, "capture")).toBeNull()
    expect(
      valueOf(planDropOldTable(migrationOf({ ...keyed, storage: { isReadOnly: true } })).apply.data, "capture")
    ).toBeNull()
  })
})
