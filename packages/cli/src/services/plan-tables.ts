// From a project to plans. Tables with an error are left out and named; the others are planned all the same.
import { hasErrors } from "@orapart/contract"
import type { Finding, MigrationPlan } from "@orapart/contract"
import { planMigration } from "@orapart/planner"
import * as Effect from "effect/Effect"
import type { Outcome } from "../failures.ts"
import { findingOf } from "../words/cli-codes.ts"
import { findBrokenTables, hasWholeFileError, placeInConfig, tableIndexOf } from "./project.ts"
import type { Project } from "./project.ts"
import { nameTable, reportDisabled } from "./select-tables.ts"
import type { Selection } from "./select-tables.ts"

/** What `plan` gives. */
export interface PlannedTables {
  /** In running order. */
  readonly plans: ReadonlyArray<MigrationPlan>
  /** Tables without a plan; the findings say why. */
  readonly refused: ReadonlyArray<{ readonly owner: string; readonly table: string }>
}

/** What the config's findings say about the chosen tables and the file as a whole. */
export const selectFindings = (project: Project, selection: Selection): ReadonlyArray<Finding> => [
  ...project.snapshotFindings,
  ...project.configFindings.filter((finding) => {
    const index = tableIndexOf(finding)
    return selection === null || index === null || selection.has(index)
  })
]

/** Says that there are no facts to plan from. */
export const reportNoSnapshot = (project: Project, lookedFor: string): Finding =>
  findingOf("OP003", {
    subject: project.configFile,
    what: `A plan needs a snapshot, and ${lookedFor} does not exist.`,
    why: "Plans are made from the facts of the database, and the snapshot is where they are kept. The config holds wishes only.",
    advice: 'Name the snapshot with --snapshot FILE, or in the config as "metadata": {"snapshot": "FILE"}.',
    evidence: { config: project.configFile, lookedFor }
  })

interface PlanRequest {
  readonly project: Project
  readonly selection: Selection
  readonly snapshotFile: string
  /** Findings that were made before: about plugins and templates. */
  readonly findings: ReadonlyArray<Finding>
  readonly madeBy: string
}

const withoutSnapshotNote = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  findings.filter(({ slug }) => slug !== "no-snapshot")

/**
 * Plans the chosen tables. All sound tables are planned, also those that were not chosen: a plan must not depend on the choice,
 * because names are kept apart between tables.
 */
export const planTables = Effect.fnUntraced(function* (request: PlanRequest): Effect.fn.Return<Outcome<PlannedTables>> {
  const { project, selection } = request
  const { config, facts, configFile, actions, strategies } = project
  const read = [...request.findings, ...selectFindings(project, selection)]
  if (project.snapshot === null) {
    const missing = reportNoSnapshot(project, request.snapshotFile)
    return { findings: [...withoutSnapshotNote(read), ...(hasSnapshotError(read) ? [] : [missing])], result: null }
  }
  if (config === null || facts === null || hasWholeFileError(project)) return { findings: read, result: null }
  const indexes = new Map(config.tables.map((table, index) => [nameTable(table), index]))
  const isChosen = (owner: string, table: string): boolean =>
    selection === null || selection.has(indexes.get(nameTable({ owner, table_name: table })) ?? -1)
  const broken = findBrokenTables(project)
  const sound = { ...config, tables: config.tables.filter((_, index) => !broken.has(index)) }
  const { plans, refusals, notes } = yield* planMigration({
    config: sound,
    snapshot: facts,
    actions,
    strategies,
    madeBy: request.madeBy
  })
  const refused = refusals.filter(({ owner, table }) => isChosen(owner, table))
  const unplanned = config.tables.filter(
    (table, index) => broken.has(index) && table.enabled !== false && isChosen(table.owner, table.table_name)
  )
  const placed = refused.flatMap(({ owner, table, findings }) => {
    const path = `/tables/${indexes.get(nameTable({ owner, table_name: table })) ?? 0}`
    return placeInConfig(
      findings.map((finding) => ({ path, ...finding })),
      { configFile, configText: project.configText }
    )
  })
  return {
    findings: [...read, ...placeInConfig(reportDisabled(config, selection), project), ...notes, ...placed],
    result: {
      plans: plans.filter(({ owner, table }) => isChosen(owner, table)),
      refused: [
        ...unplanned.map(({ owner, table_name: table }) => ({ owner, table })),
        ...refused.map(({ owner, table }) => ({ owner, table }))
      ]
    }
  }
})

// A snapshot that the config names and that is not there has been reported at its place.
const hasSnapshotError = (findings: ReadonlyArray<Finding>): boolean =>
  hasErrors(findings.filter(({ path }) => path === "/metadata/snapshot"))
