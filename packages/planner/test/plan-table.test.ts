import {
  PlanError,
  type MigrationAction,
  type MigrationStrategy,
  type PlanFailure,
  type TableConfig,
  type TableModel
} from "@orapart/contract"
import {
  column,
  databaseInfo,
  index,
  primaryKey,
  schemaSnapshot,
  tableConfig,
  tableModel
} from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { makeFinding } from "../src/plan-codes.ts"
import { planTable } from "../src/plan-table.ts"
import { fakeAction, fakeStrategy, step } from "./fake-plugins.ts"

const orders = tableModel({ constraints: [primaryKey("ORDERS_PK", "ORDER_ID")], segments: { tableBytes: 1024 ** 3 } })

interface Given {
  readonly table?: Partial<TableConfig>
  readonly source?: TableModel
  readonly action?: Partial<MigrationAction>
  readonly strategy?: Partial<MigrationStrategy>
  readonly database?: Parameters<typeof databaseInfo>[0]
}

const run = (given: Given = {}) =>
  Effect.runSync(
    Effect.result(
      planTable({
        table: tableConfig({ migration_action: "make_monthly", ...given.table }),
        snapshot: schemaSnapshot({ tables: [given.source ?? orders], database: databaseInfo(given.database) }),
        actions: [fakeAction(given.action)],
        strategies: [fakeStrategy(given.strategy)],
        madeBy: "orapart 0.0.0"
      })
    )
  )

const planned = (given: Given = {}) => Result.getOrThrow(run(given))

const failure = (given: Given): PlanFailure => {
  const result = run(given)
  if (Result.isSuccess(result)) throw new Error("the table was planned")
  return result.failure.reason
}

const refusedFor = (given: Given) => {
  const reason = failure(given)
  return reason._tag === "Refused" ? reason.findings : []
}

const finding = (code: "OP229" | "OP230", subject: string) => makeFinding(code, { subject, what: subject })

describe("planTable", () => {
  it("puts source, target, names, settings, decisions and steps into one plan", () => {
    const plan = planned()
    expect(plan).toMatchObject({
      contract: 1,
      madeBy: "orapart 0.0.0",
      owner: "HR",
      table: "ORDERS",
      action: { id: "make_monthly", title: "Make it monthly" },
      strategy: { id: "two_steps", title: "Two steps" },
      database: { version: { major: 19, minor: 0 }, compatible: "19.0.0", characterSet: "AL32UTF8" },
      minimumVersion: "12.1",
      settings: { deltaSync: "none" },
      names: { interim: "ORDERS_INT" },
      indexDecisions: [{ index: "ORDERS_PK", choice: "GLOBAL" }],
      preview: { subpartitionsPerPartition: 4 },
      space: { neededBytes: 1024 ** 3 },
      outage: "none",
      pointOfNoReturn: "drop-old-table"
    })
    expect(plan.source).toBe(orders)
    expect(plan.target.partitioning?.columns).toEqual(["ORDER_DATE"])
    expect(plan.estimatedSeconds).toBeGreaterThan(60)
    expect(plan.steps.map((one) => one.number)).toEqual([10, 70])
  })

  it("is made of JSON: writing and reading it changes nothing", () => {
    const plan = planned()
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it("gives the same bytes for the same input", () => {
    expect(JSON.stringify(planned())).toBe(JSON.stringify(planned()))
  })

  it("uses names of 30 bytes for a database whose release is unknown", () => {
    const source = tableModel({ name: "CUSTOMER_ORDER_HISTORY_TABLE" })
    const table = { table_name: source.name }
    expect(planned({ source, table, database: { version: null } }).names.interim.length).toBe(30)
    expect(planned({ source, table }).names.interim).toBe("CUSTOMER_ORDER_HISTORY_TABLE_INT")
  })

  it("takes the strategy that the entry names before the action's own", () => {
    expect(failure({ table: { migration_settings: { strategy: "by_hand" } } })).toEqual({
      _tag: "UnknownStrategy",
      id: "by_hand",
      known: ["two_steps"]
    })
  })

  it("fails with the known actions when no plugin brings the one named", () => {
    expect(failure({ table: { migration_action: "make_weekly" } })).toEqual({
      _tag: "UnknownAction",
      id: "make_weekly",
      known: ["make_monthly"]
    })
  })

  it("fails when the snapshot does not hold the table in that case", () => {
    expect(failure({ table: { table_name: "orders" } })).toEqual({
      _tag: "NotInSnapshot",
      owner: "HR",
      table: "orders"
    })
  })

  it("hands the strategy the complete target, the names and the decisions", () => {
    let seen: unknown = null
    planned({
      strategy: {
        applies: (input) => {
          seen = input
          return Effect.succeed([])
        }
      }
    })
    expect(seen).toMatchObject({
      source: { name: "ORDERS" },
      target: {
        partitioning: { columns: ["ORDER_DATE"] },
        indexes: [{ name: "ORDERS_PK", partitioning: { type: "none" } }]
      },
      names: { interim: "ORDERS_INT" },
      indexDecisions: [{ index: "ORDERS_PK" }],
      settings: { parallelDegree: 1 },
      database: { compatible: "19.0.0" }
    })
  })

  it("takes the seconds of the steps where the strategy tells them, else an estimate from bytes", () => {
    const timed = (seconds: number | null): Partial<MigrationStrategy> => ({
      plan: (input) =>
        Effect.map(fakeStrategy().plan(input), (route) => ({
          ...route,
          steps: route.steps.map((one) => ({ ...one, estimate: { seconds, bytes: null } }))
        }))
    })
    expect(planned({ strategy: timed(7) }).estimatedSeconds).toBe(14)
    expect(planned({ strategy: timed(null) }).estimatedSeconds).toBeGreaterThan(60)
  })

  it("merges the action's extra steps, made with the complete target", () => {
    const plan = planned({
      action: {
        extraSteps: ({ target }) =>
          Effect.succeed([
            step({ id: "archive", number: 25, file: "25_archive.sql", title: target.indexes[0]?.name ?? "" })
          ])
      }
    })
    expect(plan.steps.map((one) => one.title)).toEqual(["create-table", "ORDERS_PK", "drop-old-table"])
  })
})

describe("the notes of a plan", () => {
  it("are what action, strategy, its plan and the planner said, warnings before info", () => {
    const source = tableModel({
      columns: ["ORDER_ID NUMBER NOT NULL", column("ORDER_DATE DATE")],
      indexes: [index("IX", "ORDER_DATE", { isUsable: false })]
    })
    const plan = planned({
      source,
      action: { applies: () => Effect.succeed([finding("OP230", "from the action")]) },
      strategy: {
        applies: () => Effect.succeed([finding("OP230", "from the strategy")]),
        plan: (input) =>
          Effect.map(fakeStrategy().plan(input), (route) => ({ ...route, notes: [finding("OP230", "from its plan")] }))
      }
    })
    expect(plan.notes.map((note) => [note.severity, note.subject])).toEqual([
      ["warning", "HR.ORDERS.ORDER_DATE"],
      ["info", "from the action"],
      ["info", "HR.IX"],
      ["info", "from the strategy"],
      ["info", "from its plan"]
    ])
  })
})

describe("a refused table", () => {
  it("is refused with every finding of action, strategy and planner at once, errors first", () => {
    const findings = refusedFor({
      table: {
        migration_settings: {
          delta_sync: "trigger",
          index_overrides: { NOWHERE: "LOCAL" },
          names: { interim: "ORDERS" }
        }
      },
      action: { applies: () => Effect.succeed([finding("OP230", "hint"), finding("OP229", "action")]) },
      strategy: { applies: () => Effect.succeed([finding("OP229", "strategy")]) },
      database: { version: { major: 11, minor: 2 } }
    })
    expect(findings.map((one) => one.code).toSorted()).toEqual([
      "OP223",
      "OP224",
      "OP227",
      "OP229",
      "OP229",
      "OP230",
      "OP235"
    ])
    expect(findings.at(-1)?.severity).toBe("info")
  })

  it("has its strategy's plan not asked for", () => {
    let isAsked = false
    refusedFor({
      strategy: {
        applies: () => Effect.succeed([finding("OP229", "no")]),
        plan: (input) => {
          isAsked = true
          return fakeStrategy().plan(input)
        }
      }
    })
    expect(isAsked).toBe(false)
  })

  it("passes on the findings with which a target or a plan is refused", () => {
    const no = () => Effect.fail(new PlanError({ reason: { _tag: "Refused", findings: [finding("OP229", "no way")] } }))
    expect(refusedFor({ action: { target: no } }).map((one) => one.subject)).toEqual(["no way"])
    expect(refusedFor({ strategy: { plan: no } }).map((one) => one.subject)).toEqual(["no way"])
  })

  it("knows a PlanError that another copy of the contract made", () => {
    const foreign = Object.assign(new Error("x"), {
      _tag: "PlanError",
      reason: { _tag: "Refused", findings: [finding("OP229", "foreign")] },
      isRetryable: false
    }) as unknown as PlanError
    expect(refusedFor({ action: { applies: () => Effect.fail(foreign) } }).map((one) => one.subject)).toContain(
      "foreign"
    )
  })

  it("is not accused twice when its action has no target after refusing", () => {
    const findings = refusedFor({
      action: {
        applies: () => Effect.succeed([finding("OP229", "action")]),
        target: () => {
          throw new Error("no layout for such a table")
        }
      }
    })
    expect(findings.map((one) => one.code)).toEqual(["OP229"])
  })

  it("is refused when the largest key lies beyond the last position", () => {
    const source = tableModel({
      columns: [
        "ORDER_ID NUMBER NOT NULL",
        column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-01-01 00:00:00", high: "9998-01-01 00:00:00" } })
      ]
    })
    expect(planned({ source }).preview.positionsUsed).toBeGreaterThan(300_000)
    const far: Partial<MigrationAction> = {
      target: (input) =>
        Effect.map(fakeAction().target(input), (layout) =>
          layout.partitioning === null
            ? layout
            : {
                ...layout,
                partitioning: {
                  ...layout.partitioning,
                  subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 64, storeIn: [] }
                }
              }
        )
    }
    expect(refusedFor({ source, action: far }).map((one) => one.code)).toEqual(["OP232"])
  })

  it("is refused when the steps do not fit together", () => {
    const extraSteps = () => Effect.succeed([step({ id: "again", number: 10, file: "10_again.sql" })])
    expect(refusedFor({ action: { extraSteps } }).map((one) => one.code)).toEqual(["OP234"])
  })
})

describe("a plugin that crashes", () => {
  const boom = (): never => {
    throw new TypeError("Cannot read properties of undefined")
  }

  it.each([
    ["applies", { action: { applies: boom } }, "action make_monthly"],
    ["target", { action: { target: boom } }, "action make_monthly"],
    ["extraSteps", { action: { extraSteps: boom } }, "action make_monthly"],
    ["applies", { strategy: { applies: boom } }, "strategy two_steps"],
    ["plan", { strategy: { plan: boom } }, "strategy two_steps"],
    ["target", { action: { target: () => Effect.die("out of order") } }, "action make_monthly"],
    ["applies", { action: { applies: () => Effect.fail("text" as never) } }, "action make_monthly"],
    ["applies", { action: { applies: () => Effect.interrupt } }, "action make_monthly"]
  ] satisfies ReadonlyArray<readonly [string, Given, string]>)(
    "in %s becomes a finding that names it",
    (operation, given, plugin) => {
      const findings = refusedFor(given)
      expect(findings).toMatchObject([
        { code: "OP520", severity: "error", subject: "HR.ORDERS", evidence: { operation, plugin } }
      ])
    }
  )

  it("shows the message of what it threw", () => {
    expect(refusedFor({ action: { applies: boom } })[0]?.what).toContain(
      "TypeError: Cannot read properties of undefined"
    )
  })

  it.each([
    ["no Effect", () => [] as never],
    ["nothing", () => undefined as never],
    ["a Promise", () => Promise.resolve([]) as never],
    ["an Effect that breaks in the middle", () => Effect.flatMap(Effect.succeed(1), () => undefined as never) as never],
    ["an Effect of something else", () => Effect.succeed("yes" as never)]
  ])("is one that answers with %s", (_, applies) => {
    expect(refusedFor({ action: { applies } }).map((one) => one.code)).toEqual(["OP520"])
  })
})
