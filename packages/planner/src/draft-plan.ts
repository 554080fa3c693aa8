// Everything of a plan but its steps: settings, names, indexes, the complete target, the preview, and all findings on the way.
import {
  hasErrors,
  type Finding,
  type IndexDecision,
  type LayoutPreview,
  type MigrationAction,
  type MigrationStrategy,
  type PlanNames,
  type PlanSettings,
  type StrategyInput,
  type TableConfig,
  type TableModel
} from "@orapart/contract"
import {
  chooseInitialExtent,
  compareVersions,
  formatVersion,
  nameLimitBytes,
  parseVersion
} from "@orapart/oracle-rules"
import * as Effect from "effect/Effect"
import { askAction, askStrategy, nameTable } from "./ask-plugins.ts"
import { completeTarget } from "./complete-target.ts"
import { planIndexes } from "./indexes/plan-indexes.ts"
import { chooseNames, type ChosenNames } from "./names/choose-names.ts"
import type { PlanContext } from "./plan-context.ts"
import { makeFinding } from "./plan-codes.ts"
import { readSizes } from "./preview/estimate-space.ts"
import { checkPositions, previewLayout } from "./preview/preview-layout.ts"
import { checkSettings, resolveSettings } from "./resolve-settings.ts"

/** One table with the plugins that treat it. */
export interface PlanSubject {
  readonly table: TableConfig
  readonly source: TableModel
  readonly action: MigrationAction
  readonly strategy: MigrationStrategy
}

/** A plan without steps. `layout` parts are null when the action has no target; then the findings hold an error. */
export interface PlanDraft {
  readonly settings: PlanSettings
  readonly names: PlanNames
  readonly built: {
    readonly target: TableModel
    readonly decisions: ReadonlyArray<IndexDecision>
    readonly preview: LayoutPreview
  } | null
  readonly findings: ReadonlyArray<Finding>
}

/** The strategy's view of a draft. */
export const makeStrategyInput = (
  context: PlanContext,
  subject: PlanSubject,
  draft: PlanDraft,
  built: NonNullable<PlanDraft["built"]>
): StrategyInput => ({
  source: subject.source,
  target: built.target,
  database: context.database,
  settings: draft.settings,
  names: draft.names,
  indexDecisions: built.decisions
})

/** Refuses a database older than the strategy's scripts; an unknown release counts as 12.1. */
const checkVersion = (context: PlanContext, { source, strategy }: PlanSubject): ReadonlyArray<Finding> => {
  const needed = parseVersion(strategy.minimumVersion)
  const found = context.database.version
  if (needed === null || found === null || compareVersions(found, needed) >= 0) return []
  return [
    makeFinding("OP235", {
      subject: nameTable(source),
      what: `The database is release ${formatVersion(found)}; the scripts of ${strategy.id} need ${strategy.minimumVersion} or later.`,
      advice: "Upgrade the database, or choose a strategy that supports its release in migration_settings.strategy.",
      evidence: { found: formatVersion(found), needed: strategy.minimumVersion, strategy: strategy.id }
    })
  ]
}

const buildTarget = (subject: PlanSubject, layout: TableModel, chosen: ChosenNames) => {
  const { source, table } = subject
  const overrides = table.migration_settings?.index_overrides
  const indexes = planIndexes({
    source,
    target: layout,
    finalNames: chosen.finalNames.indexes,
    ...(overrides === undefined ? {} : { overrides })
  })
  const completed = completeTarget({ source, layout, indexes: indexes.indexes, finalNames: chosen.finalNames })
  const preview = previewLayout(source, completed.target)
  return {
    built: { target: completed.target, decisions: indexes.decisions, preview },
    findings: [...indexes.findings, ...completed.findings, ...checkPositions(completed.target, preview)]
  }
}

// Known only with the layout: settings come from the config alone.
const chooseExtent = (source: TableModel, { partitions, subpartitionsPerPartition }: LayoutPreview): number | null =>
  chooseInitialExtent(
    readSizes(source).dataBytes,
    partitions === null ? null : partitions * Math.max(1, subpartitionsPerPartition)
  )

/** Drafts the plan of one table and collects every finding; never fails. */
export const draftPlan = Effect.fnUntraced(function* (
  context: PlanContext,
  subject: PlanSubject
): Effect.fn.Return<PlanDraft> {
  const { action, source, strategy, table } = subject
  const wishes = table.migration_settings?.names
  const limitBytes = nameLimitBytes(context.database)
  const chosen = chooseNames({ source, limitBytes, used: context.used, ...(wishes === undefined ? {} : { wishes }) })
  const settings = resolveSettings(table)
  const laid = yield* askAction(action, { table, source, database: context.database })
  const before = [
    ...laid.findings,
    ...checkSettings(table, source),
    ...checkVersion(context, subject),
    ...chosen.findings
  ]
  if (laid.answer === null) return { settings, names: chosen.names, built: null, findings: before }
  const { built, findings } = buildTarget(subject, laid.answer, chosen)
  const draft: PlanDraft = {
    settings: { ...settings, initialExtentBytes: chooseExtent(source, built.preview) },
    names: chosen.names,
    built,
    findings: [...before, ...findings]
  }
  const asked = yield* askStrategy(strategy, makeStrategyInput(context, subject, draft, built))
  // A target that its own action refuses may be half made: a strategy that stumbles over it has no fault.
  const isRefused = hasErrors(laid.findings)
  return {
    ...draft,
    findings: [...draft.findings, ...asked.filter((finding) => !(isRefused && finding.code === "OP520"))]
  }
})
