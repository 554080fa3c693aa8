import type { MigrationAction, MigrationConfig, TableModel } from "@orapart/contract"
import { foreignKey, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { openPlanner, planMigration } from "../src/plan-migration.ts"
import { planTable } from "../src/plan-table.ts"
import { fakeAction, fakeStrategy } from "./fake-plugins.ts"

const columns = ["ORDER_ID NUMBER NOT NULL", "ORDER_DATE DATE NOT NULL"]

const model = (name: string, ...parents: ReadonlyArray<string>): TableModel =>
  tableModel({
    name,
    columns,
    constraints: parents.map((parent) => foreignKey(`${name}_${parent}_FK`, "ORDER_ID", { table: parent }))
  })

const entry = (table_name: string, given: Parameters<typeof tableConfig>[0] = {}) =>
  tableConfig({ table_name, migration_action: "make_monthly", ...given })

const input = (models: ReadonlyArray<TableModel>, action: Partial<MigrationAction> = {}) => ({
  snapshot: schemaSnapshot({ tables: models }),
  actions: [fakeAction(action)],
  strategies: [fakeStrategy()],
  madeBy: "orapart 0.0.0"
})

const migrate = (
  tables: MigrationConfig["tables"],
  models: ReadonlyArray<TableModel>,
  action: Partial<MigrationAction> = {}
) => Effect.runSync(planMigration({ ...input(models, action), config: { tables } }))

describe("planMigration", () => {
  it("plans tables in running order and leaves out disabled ones", () => {
    const models = [model("A", "B"), model("B"), model("C"), model("D")]
    const { plans, refusals } = migrate([entry("A"), entry("C"), entry("B"), entry("D", { enabled: false })], models)
    expect(plans.map((plan) => plan.table)).toEqual(["B", "A", "C"])
    expect(refusals).toEqual([])
  })

  it("plans each table as planTable does", () => {
    const models = [model("A", "B"), model("B")]
    const { plans } = migrate([entry("A"), entry("B")], models)
    const alone = Effect.runSync(planTable({ ...input(models), table: entry("A") }))
    expect(plans.find((plan) => plan.table === "A")).toEqual(alone)
  })

  it("goes on after a refused table, a table without facts, an unknown plugin and a crash", () => {
    const action: Partial<MigrationAction> = {
      applies: ({ source }) => {
        if (source.name === "CRASH") throw new Error("boom")
        return Effect.succeed([])
      }
    }
    const tables = [
      entry("A"),
      entry("ABSENT"),
      entry("CRASH"),
      entry("NO_ACTION", { migration_action: "unknown" }),
      entry("NO_STRATEGY", { migration_settings: { strategy: "unknown" } }),
      entry("REFUSED", { migration_settings: { delta_sync: "trigger" } }),
      entry("Z")
    ]
    const names = ["A", "CRASH", "NO_ACTION", "NO_STRATEGY", "REFUSED", "Z"]
    const { plans, refusals } = migrate(
      tables,
      names.map((name) => model(name)),
      action
    )
    expect(plans.map((plan) => plan.table)).toEqual(["A", "Z"])
    expect(refusals.map((refusal) => [refusal.table, refusal.findings.map((finding) => finding.code)])).toEqual([
      ["ABSENT", ["OP222"]],
      ["CRASH", ["OP520"]],
      ["NO_ACTION", ["OP220"]],
      ["NO_STRATEGY", ["OP221"]],
      ["REFUSED", ["OP223"]]
    ])
  })

  it("names what is loaded when a plugin is missing", () => {
    const { refusals } = migrate([entry("A", { migration_action: "unknown" })], [model("A")])
    expect(refusals[0]?.findings[0]?.what).toContain("Loaded: make_monthly")
  })

  it("tells of a circle of foreign keys once, outside the plans", () => {
    const models = [model("A", "B"), model("B", "A")]
    const { notes, plans } = migrate([entry("A"), entry("B")], models)
    expect(notes).toMatchObject([{ code: "OP233", severity: "info", evidence: { tables: ["HR.A", "HR.B"] } }])
    expect(plans.flatMap((plan) => plan.notes.map((note) => note.code))).toEqual([])
  })

  it("refuses the second of two plans that would give the same new name", () => {
    const names = { ledger: "MIGRATION_LOG" }
    const { plans, refusals } = migrate(
      [entry("A", { migration_settings: { names } }), entry("B", { migration_settings: { names } })],
      [model("A"), model("B")]
    )
    expect(plans.map((plan) => plan.table)).toEqual(["A"])
    expect(refusals).toMatchObject([
      { table: "B", findings: [{ code: "OP236", evidence: { name: "MIGRATION_LOG", first: "HR.A" } }] }
    ])
  })

  it("gives a parent's and a child's plan different names for the same foreign key", () => {
    const parent = tableModel({
      name: "P",
      columns,
      childForeignKeys: [
        {
          owner: "HR",
          table: "C",
          name: "C_P_FK",
          isGeneratedName: false,
          columns: ["ORDER_ID"],
          referencedConstraint: "P_PK",
          referencedColumns: ["ORDER_ID"],
          deleteRule: "NO ACTION",
          state: { isEnabled: true, isValidated: true, isRely: false, isDeferrable: false, isInitiallyDeferred: false }
        }
      ]
    })
    const { plans, refusals } = migrate([entry("P"), entry("C")], [parent, model("C", "P")])
    expect(refusals).toEqual([])
    expect(plans.map((plan) => plan.table)).toEqual(["P", "C"])
  })

  it("plans nothing for a config without enabled tables", () => {
    expect(migrate([], [])).toEqual({ plans: [], refusals: [], notes: [] })
  })
})

describe("openPlanner", () => {
  it("plans table by table what planMigration plans at once", () => {
    const models = [model("A", "B"), model("B"), model("C")]
    const tables = [entry("A"), entry("ABSENT"), entry("B"), entry("C", { enabled: false })]
    const planner = openPlanner({ ...input(models), config: { tables } })
    expect(planner.tables.map((table) => table.table_name)).toEqual(["ABSENT", "B", "A"])
    const planned = planner.tables.map((table) => Effect.runSync(planner.planNext(table)))
    const { plans, refusals } = migrate(tables, models)
    expect(planned.flatMap(({ plan }) => plan ?? [])).toEqual(plans)
    expect(planned.flatMap(({ refusal }) => refusal ?? [])).toEqual(refusals)
  })
})
