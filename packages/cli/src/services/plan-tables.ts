// From a project to plans. Tables with an error are left out and named; the others are planned all the same.
import { hasErrors } from "@orapart/contract"
import type { Finding, MigrationConfig, MigrationPlan } from "@orapart/contract"
import { openPlanner } from "@orapart/planner"
import type { MigrationPlanner, Refusal } from "@orapart/planner"
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

/** What plans are made from. */
export interface PlanRequest {
  readonly project: Project
  readonly selection: Selection
  readonly snapshotFile: string
  /** Findings that were made before: about plugins and templates. */
  readonly findings: ReadonlyArray<Finding>
  readonly madeBy: string
}

/** Which tables of a config are meant, by name. */
interface Chosen {
  readonly indexOf: (owner: string, table: string) => number
  readonly has: (owner: string, table: string) => boolean
}

const chooseTables = (config: MigrationConfig, selection: Selection): Chosen => {
  const indexes = new Map(config.tables.map((table, index) => [nameTable(table), index]))
  const indexOf = (owner: string, table: string): number => indexes.get(nameTable({ owner, table_name: table })) ?? -1
  return { indexOf, has: (owner, table) => selection === null || selection.has(indexOf(owner, table)) }
}

// A snapshot that the config names and that is not there has been reported at its place.
const refuseWithoutSnapshot = ({ project, snapshotFile }: PlanRequest, read: ReadonlyArray<Finding>) => {
  const isReported = hasErrors(read.filter(({ path }) => path === "/metadata/snapshot"))
  const missing = isReported ? [] : [reportNoSnapshot(project, snapshotFile)]
  return { findings: [...read.filter(({ slug }) => slug !== "no-snapshot"), ...missing], result: null }
}

/** Refusals at their tables' entries in the config. */
const placeRefusals = (refusals: ReadonlyArray<Refusal>, chosen: Chosen, project: Project): ReadonlyArray<Finding> =>
  placeInConfig(
    refusals.flatMap(({ owner, table, findings }) =>
      findings.map((finding) => ({ path: `/tables/${chosen.indexOf(owner, table)}`, ...finding }))
    ),
    project
  )

/** What is known before the first table is planned. */
interface OpenPlanning {
  readonly config: MigrationConfig
  readonly planner: MigrationPlanner
  readonly chosen: Chosen
  /** About the files, the chosen tables and what concerns several of them. */
  readonly findings: ReadonlyArray<Finding>
  /** Tables that the config's findings forbid to plan. */
  readonly unplanned: PlannedTables["refused"]
}

const openPlanning = (request: PlanRequest): OpenPlanning | Outcome<never> => {
  const { project, selection, madeBy } = request
  const { config, facts: snapshot, actions, strategies } = project
  const read = [...request.findings, ...selectFindings(project, selection)]
  if (project.snapshot === null) return refuseWithoutSnapshot(request, read)
  if (config === null || snapshot === null || hasWholeFileError(project)) return { findings: read, result: null }
  const chosen = chooseTables(config, selection)
  const broken = findBrokenTables(project)
  const sound = { ...config, tables: config.tables.filter((_, index) => !broken.has(index)) }
  const planner = openPlanner({ config: sound, snapshot, actions, strategies, madeBy })
  const unplanned = config.tables
    .filter((table, index) => broken.has(index) && table.enabled !== false)
    .map(({ owner, table_name: table }) => ({ owner, table }))
    .filter(({ owner, table }) => chosen.has(owner, table))
  const disabled = placeInConfig(reportDisabled(config, selection), project)
  return { config, planner, chosen, findings: [...read, ...disabled, ...planner.notes], unplanned }
}

/** One chosen table's plan on its way to whoever asked for it. */
export interface NextPlan {
  readonly plan: MigrationPlan
  /** The text of its plan.json. */
  readonly planText: string
  /** Place among the chosen tables, from 1, and their number. */
  readonly position: number
  readonly all: number
  /** True when an error is known already, of the files or of an earlier table. */
  readonly isRefused: boolean
}

/**
 * Plans the chosen tables and hands each plan on before the next one is made, so that one plan is held at a time. All sound tables
 * are planned, also those that were not chosen: a plan must not depend on the choice, because names are kept apart between tables.
 */
export const planEach = Effect.fnUntraced(function* <E>(
  request: PlanRequest,
  use: (next: NextPlan) => Effect.Effect<void, E>
): Effect.fn.Return<Outcome<Pick<PlannedTables, "refused">>, E> {
  const opened = openPlanning(request)
  if ("result" in opened) return opened
  const { planner, chosen } = opened
  const refusals: Array<Refusal> = []
  const isRefusedBefore = hasErrors(opened.findings)
  const all = planner.tables.filter(({ owner, table_name: table }) => chosen.has(owner, table)).length
  let position = 0
  for (const entry of planner.tables) {
    const { plan, planText, refusal } = yield* planner.planNext(entry)
    if (!chosen.has(entry.owner, entry.table_name)) continue
    position += 1
    if (refusal !== null) refusals.push(refusal)
    else yield* use({ plan, planText, position, all, isRefused: isRefusedBefore || refusals.length > 0 })
  }
  return {
    findings: [...opened.findings, ...placeRefusals(refusals, chosen, request.project)],
    result: { refused: [...opened.unplanned, ...refusals.map(({ owner, table }) => ({ owner, table }))] }
  }
})

/** Plans the chosen tables and keeps all plans: for whoever shows them side by side. */
export const planTables = Effect.fnUntraced(function* (request: PlanRequest): Effect.fn.Return<Outcome<PlannedTables>> {
  const plans: Array<MigrationPlan> = []
  const { findings, result } = yield* planEach(request, ({ plan }) => Effect.sync(() => void plans.push(plan)))
  return { findings, result: result === null ? null : { plans, refused: result.refused } }
})
