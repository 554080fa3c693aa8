// A plan with small, made-up steps: enough for everything that shows plans.
import type { MigrationPlan, Step, TableModel } from "@orapart/contract"
import { tableModel } from "@orapart/testkit"

/** A step that takes no lock and has nothing to undo. */
export const planStep = (number: number, title: string, more: Partial<Step> = {}): Step => ({
  id: `step-${number}`,
  number,
  file: `${number}_step.sql`,
  phase: "prepare",
  title,
  why: "it is needed",
  does: "does it",
  apply: { template: "core:step", data: {} },
  revert: { kind: "none", reason: "it only reads" },
  restart: "run-again",
  locks: [],
  needs: "nothing",
  estimate: { seconds: 5, bytes: null },
  master: 1,
  ...more
})

const source: TableModel = tableModel({ owner: "HR", name: "ORDERS" })

/** A plan of HR.ORDERS, a heap table without statistics that stays as it is. */
export const migrationPlan = (more: Partial<MigrationPlan> = {}): MigrationPlan => ({
  contract: 1,
  digest: "0123456789abcdef",
  madeBy: "orapart 0.0.0",
  owner: "HR",
  table: "ORDERS",
  action: { id: "add_interval", title: "Partition it" },
  strategy: { id: "copy_swap", title: "Copy and swap" },
  database: { version: null, compatible: null, characterSet: null },
  minimumVersion: "12.1",
  settings: {
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
  },
  names: {
    interim: "ORDERS_INT",
    retained: "ORDERS_OLD",
    ledger: "ORAPART_ORDERS",
    indexes: [],
    constraints: [],
    triggers: [],
    childForeignKeys: []
  },
  source,
  target: source,
  indexDecisions: [],
  preview: {
    interval: "",
    partitions: null,
    subpartitionsPerPartition: 0,
    rowsPerPartition: null,
    from: null,
    to: null,
    positionsUsed: null,
    hashMaxOverMean: null,
    histogram: []
  },
  space: { neededBytes: null, basis: "no sizes" },
  estimatedSeconds: null,
  outage: "none",
  client: "",
  notes: [],
  steps: [planStep(10, "First"), planStep(70, "Last", { master: null })],
  pointOfNoReturn: "step-70",
  ...more
})
