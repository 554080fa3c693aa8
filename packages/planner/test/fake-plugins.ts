// A small action and a small strategy that the planner's tests plan with: real contract objects, no knowledge of SQL.
import type { MigrationAction, MigrationStrategy, Step, TableModel } from "@orapart/contract"
import { interval } from "@orapart/testkit/builders"
import * as Effect from "effect/Effect"

/** A step with the fields a test changes. */
export const step = (given: Partial<Step> & Pick<Step, "id" | "number" | "file">): Step => ({
  phase: "prepare",
  title: given.id,
  why: "",
  does: "",
  apply: { template: "core:x", data: {} },
  revert: { kind: "none", reason: "reads only" },
  restart: "run-again",
  locks: [],
  needs: "",
  estimate: { seconds: null, bytes: null },
  master: 1,
  ...given
})

/** Monthly interval from 2024-01-01 on ORDER_DATE with 4 hash subpartitions on ORDER_ID; the key becomes NOT NULL. */
export const monthly = (source: TableModel): TableModel => ({
  ...source,
  columns: source.columns.map((column) => (column.name === "ORDER_DATE" ? { ...column, nullable: false } : column)),
  partitioning: {
    type: "range",
    columns: ["ORDER_DATE"],
    interval: interval("MONTH"),
    intervalText: "NUMTOYMINTERVAL(1,'MONTH')",
    storeIn: [],
    subpartitioning: { type: "hash", columns: ["ORDER_ID"], count: 4, storeIn: [] },
    partitions: [
      {
        name: "P_ANCHOR",
        bound: { type: "datetime", value: "2024-01-01 00:00:00" },
        isInterval: false,
        subpartitionCount: 4,
        tablespace: null,
        rowCount: null,
        bytes: null
      }
    ],
    isAutolist: false
  }
})

/** An action that takes every table and makes it monthly. */
export const fakeAction = (given: Partial<MigrationAction> = {}): MigrationAction => ({
  id: "make_monthly",
  title: "Make it monthly",
  description: "For tests.",
  contract: 1,
  targetSchema: { type: "object" },
  defaultStrategy: "two_steps",
  applies: () => Effect.succeed([]),
  target: ({ source }) => Effect.succeed(monthly(source)),
  ...given
})

/** A strategy that takes every table and needs two steps. */
export const fakeStrategy = (given: Partial<MigrationStrategy> = {}): MigrationStrategy => ({
  id: "two_steps",
  title: "Two steps",
  description: "For tests.",
  contract: 1,
  minimumVersion: "12.1",
  applies: () => Effect.succeed([]),
  plan: () =>
    Effect.succeed({
      steps: [
        step({ id: "create-table", number: 10, file: "10_create_table.sql" }),
        step({ id: "drop-old-table", number: 70, file: "70_drop_old_table.sql", phase: "cleanup", master: null })
      ],
      pointOfNoReturn: "drop-old-table",
      outage: "none",
      notes: []
    }),
  ...given
})
