import type { MigrationPlan } from "@orapart/contract"
import { schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { digestPlan } from "../src/digest-plan.ts"
import { planTable } from "../src/plan-table.ts"
import { fakeAction, fakeStrategy } from "./fake-plugins.ts"

const plan = (madeBy = "orapart 0.0.0"): MigrationPlan =>
  Effect.runSync(
    planTable({
      table: tableConfig({ migration_action: "make_monthly" }),
      snapshot: schemaSnapshot({ tables: [tableModel()] }),
      actions: [fakeAction()],
      strategies: [fakeStrategy()],
      madeBy
    })
  )

describe("digestPlan", () => {
  it("is 64 hexadecimal digits and stands in the plan", () => {
    expect(plan().digest).toMatch(/^[0-9a-f]{64}$/)
    expect(digestPlan(plan())).toBe(plan().digest)
  })

  it("survives writing the plan to a file and reading it", () => {
    expect(digestPlan(JSON.parse(JSON.stringify(plan(), null, 2)) as MigrationPlan)).toBe(plan().digest)
  })

  it("does not depend on who made the plan", () => {
    expect(plan("orapart 9.9.9").digest).toBe(plan().digest)
  })

  it("changes with a name, a setting, a step and a fact", () => {
    const made = plan()
    const changed: ReadonlyArray<MigrationPlan> = [
      { ...made, names: { ...made.names, interim: "OTHER" } },
      { ...made, settings: { ...made.settings, validateData: false } },
      { ...made, steps: made.steps.slice(1) },
      { ...made, source: { ...made.source, comment: "changed" } }
    ]
    const digests = changed.map(digestPlan)
    expect(new Set([made.digest, ...digests]).size).toBe(5)
  })
})
