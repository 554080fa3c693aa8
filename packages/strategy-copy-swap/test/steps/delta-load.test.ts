import { column, grant, primaryKey, vpdPolicy } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { planDeltaLoad } from "../../src/steps/delta-load.ts"
import { undoOf, valueOf } from "../read-data.ts"
import { migrationOf } from "../strategy-input.ts"
import type { GivenPlan, TableInput } from "../strategy-input.ts"

const step = (table: TableInput = {}, given: GivenPlan = {}) => planDeltaLoad(migrationOf(table, given))
const keyed: TableInput = { constraints: [primaryKey("ORDERS_PK", "ORDER_ID")] }
const timestamp: GivenPlan = { settings: { deltaSync: "timestamp", deltaColumn: "ORDER_DATE" } }

describe("planDeltaLoad", () => {
  it("is step 40 of the load phase with an undo of grants and statistics", () => {
    const planned = step()
    expect(planned).toMatchObject({
      id: "delta-load",
      number: 40,
      file: "40_delta_load.sql",
      phase: "load",
      master: 1,
      apply: { template: "core:40_delta_load.sql" }
    })
    const undo = undoOf(planned)
    expect(undo).toMatchObject({
      file: "40_undo_delta_load.sql",
      script: { template: "core:rollback/40_undo_delta_load.sql" },
      loses: "nothing"
    })
    expect(undo.does).toContain("revokes the grants on HR.ORDERS_INT")
  })

  it("without a delta goes on where it stopped and compares here", () => {
    const planned = step(keyed)
    expect(valueOf(planned.apply.data, "delta")).toBeNull()
    expect(valueOf(planned.apply.data, "promptText")).toBe("no delta, statistics, comparison, grants")
    expect(planned.restart).toBe("resume")
    expect(planned.locks.map(({ mode }) => mode)).toEqual(["library"])
    expect(planned.does).toContain("compares every row")
    expect(planned.does).not.toContain("merges")
  })

  it("with a delta can be run again and leaves the comparison to the freeze", () => {
    const planned = step({ ...keyed, segments: { tableBytes: 10 ** 10 } }, timestamp)
    expect(valueOf(planned.apply.data, "delta")).toMatchObject({ column: "ORDER_DATE" })
    expect(valueOf(planned.apply.data, "promptText")).toBe("delta, statistics, grants")
    expect(planned.restart).toBe("run-again")
    expect(planned.locks).toMatchObject([{ object: "HR.ORDERS_INT", mode: "row" }])
    expect(planned.does).toContain("merges rows changed since the load")
    expect(planned.does).not.toContain("compares")
    expect(planned.estimate.seconds).toBeNull()
  })

  it("has no delta on a table that is READ ONLY anyway", () => {
    expect(valueOf(step({ ...keyed, storage: { isReadOnly: true } }, timestamp).apply.data, "delta")).toBeNull()
  })

  it("does not compare when the config says so", () => {
    const planned = step({}, { settings: { validateData: false } })
    expect(valueOf(planned.apply.data, "compare")).toBe(false)
    expect(valueOf(planned.apply.data, "promptText")).toBe("no delta, statistics, grants")
  })

  it("gathers the histograms that are there and locks statistics that were locked", () => {
    const status = column("STATUS VARCHAR2(9)", { statistics: { histogram: "FREQUENCY", histogramBuckets: 4 } })
    const planned = step({ columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", status], statistics: { isLocked: true } })
    expect(valueOf(planned.apply.data, "methodOpt")).toContain("FOR COLUMNS STATUS SIZE 254")
    expect(valueOf(planned.apply.data, "lockStatistics")).toBe(true)
    expect(valueOf(step().apply.data, "lockStatistics")).toBe(false)
  })

  it("gives the grants to the interim table, and counts the policies that must stand before", () => {
    const grants = [grant("APP", "SELECT"), grant("APP", "INSERT")]
    const planned = step({ grants, policies: [vpdPolicy("P", { function: "F" })] })
    expect(valueOf(planned.apply.data, "grants")).toEqual([
      { privileges: "SELECT, INSERT", grantee: "APP", options: "" }
    ])
    expect(valueOf(planned.apply.data, "grantRows")).toHaveLength(2)
    expect(valueOf(planned.apply.data, "policyCount")).toBe(1)
    expect(planned.does).toContain("gives 2 grants")
  })
})
