import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deriveRollback } from "../src/index.ts"
import { plan, step, undoScript } from "./sample-plan.ts"

const none = { kind: "none", reason: "it only reads" } as const
const impossible = { kind: "impossible", reason: "the old table is gone", advice: "restore a backup" } as const

const steps = [
  step(0, "preflight", none),
  step(10, "create", undoScript("10_undo_create.sql")),
  step(20, "load", undoScript("20_undo_load.sql", { until: "the cutover", loses: "the copied rows" })),
  step(70, "drop", impossible)
]

describe("deriveRollback", () => {
  const rollback = deriveRollback(plan(steps))

  it("belongs to its plan", () => {
    expect([rollback.owner, rollback.table, rollback.digest]).toEqual(["HR", "ORDERS", "3f9c2a71"])
  })

  it("undoes the last step first and leaves out steps that have no script", () => {
    expect(rollback.steps.map((undo) => undo.file)).toEqual(["20_undo_load.sql", "10_undo_create.sql"])
  })

  it("brings everything of an undo and names the step that it undoes", () => {
    expect(rollback.steps[0]).toEqual({
      number: 20,
      id: "load",
      file: "20_undo_load.sql",
      title: "Title of 20",
      does: "takes 20_undo_load.sql back",
      until: "the cutover",
      loses: "the copied rows",
      script: { template: "core:rollback/20_undo_load.sql", data: { file: "20_undo_load.sql" } }
    })
  })

  it("has a row for every step, in running order", () => {
    expect(rollback.rows.map((row) => row.number)).toEqual([0, 10, 20, 70])
  })

  it("says in the row of a step with a script what it does, until when and what it loses", () => {
    expect(rollback.rows[2]).toEqual({
      number: 20,
      id: "load",
      file: "20_load.sql",
      title: "Title of 20",
      does: "does load",
      kind: "script",
      undo: "rollback/20_undo_load.sql: takes 20_undo_load.sql back",
      until: "the cutover",
      loses: "the copied rows"
    })
  })

  it("says in the row of a step that changes nothing why it needs no undo", () => {
    expect(rollback.rows[0]).toMatchObject({
      kind: "none",
      undo: "none needed: it only reads",
      until: "always",
      loses: "nothing"
    })
  })

  it("says in the row of a step that cannot be undone why, and what is left to do", () => {
    expect(rollback.rows[3]).toMatchObject({
      kind: "impossible",
      undo: "impossible: the old table is gone; restore a backup",
      until: "never",
      loses: "everything the step removed"
    })
  })

  it("joins reason and advice as sentences or with a semicolon, and nothing to an empty advice", () => {
    const undoOf = (reason: string, advice: string) =>
      deriveRollback(plan([step(70, "drop", { kind: "impossible", reason, advice })])).rows[0]?.undo
    expect(undoOf("It is gone.", "Restore it.")).toBe("impossible: It is gone. Restore it.")
    expect(undoOf("it is gone", "")).toBe("impossible: it is gone")
  })

  it("orders steps by number, whatever the plan's order", () => {
    const shuffled = deriveRollback(plan([...steps].reverse()))
    expect(shuffled).toEqual(rollback)
  })

  it("undoes two steps of one number in the reverse of the plan's order", () => {
    const twins = [step(25, "first", undoScript("25_a.sql")), step(25, "second", undoScript("25_b.sql"))]
    expect(deriveRollback(plan(twins)).steps.map((undo) => undo.file)).toEqual(["25_b.sql", "25_a.sql"])
  })

  it("leaves the plan as it is", () => {
    const frozen = Object.freeze([...steps].reverse().map((one) => Object.freeze(one)))
    expect(() => deriveRollback(plan(frozen))).not.toThrow()
    expect(frozen[0]?.number).toBe(70)
  })
})

describe("lastReversible", () => {
  const last = (list: typeof steps, pointOfNoReturn: string) =>
    deriveRollback(plan(list, pointOfNoReturn)).lastReversible

  it("names the plan's point of no return with its file and title", () => {
    expect(last(steps, "drop")).toBe("Everything can be undone until step 70 is run (70_drop.sql: Title of 70).")
  })

  it("names an earlier step when that cannot be undone", () => {
    expect(last([...steps, step(30, "truncate", impossible)], "drop")).toContain("until step 30 is run")
  })

  it("names the point of no return even when its step claims an undo", () => {
    expect(last([step(10, "create", undoScript("10_undo_create.sql"))], "create")).toContain("until step 10 is run")
  })

  it("says so when every step can be undone", () => {
    expect(last(steps.slice(0, 3), "drop")).toBe("Every step can be undone.")
  })
})

describe("any plan", () => {
  const revert = fc.constantFrom(none, impossible, undoScript("undo.sql"))
  const anyStep = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.string({ maxLength: 3 }), revert)
    .map((parts) => step(...parts))

  it("has one row per step and one undo per script, highest number first", () => {
    fc.assert(
      fc.property(fc.array(anyStep), (list) => {
        const rollback = deriveRollback(plan(list))
        expect(rollback.rows).toHaveLength(list.length)
        expect(rollback.steps).toHaveLength(list.filter((one) => one.revert.kind === "script").length)
        const numbers = rollback.steps.map((undo) => undo.number)
        expect(numbers).toEqual([...numbers].sort((left, right) => right - left))
      })
    )
  })
})
