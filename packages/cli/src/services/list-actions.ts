// What `actions` and `actions show` tell: which actions and strategies there are, where from, and which could not be loaded.
import type { Finding, JsonSchema } from "@orapart/contract"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { Outcome } from "../failures.ts"
import type { LoadedPlugin } from "../plugin-host/load-plugin.ts"
import type { PluginSet } from "../plugin-host/collect-plugins.ts"

/** One line of the list. */
export interface ListedAction {
  readonly id: string
  readonly title: string
  /** Package name or local path. */
  readonly plugin: string
  /** null for a local file. */
  readonly version: string | null
  readonly source: string
  readonly contract: number
}

/** One plugin that brings nothing, with the reason. */
export interface ListedFailure {
  readonly plugin: string
  readonly version: string | null
  readonly source: string
  readonly contract: number | null
  readonly loadError: Finding
}

/** All actions and strategies of a run. */
export interface ActionList {
  readonly actions: ReadonlyArray<ListedAction>
  readonly strategies: ReadonlyArray<ListedAction>
  readonly failures: ReadonlyArray<ListedFailure>
}

/** The usable ones: a doubled id or a wrong schema is told by a finding, and would promise too much in the list. */
const listOf = (set: PluginSet, kind: "actions" | "strategies"): ReadonlyArray<ListedAction> => {
  const usable = new Set(set[kind].map(({ id }) => id))
  return set.plugins
    .flatMap(({ place, ...plugin }) =>
      plugin[kind]
        .filter(({ id }) => usable.has(id))
        .map(({ id, title, contract }) => ({
          id,
          title,
          plugin: place.name,
          version: place.version,
          source: place.source,
          contract
        }))
    )
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
}

const failureOf = ({ place, contract, problem }: LoadedPlugin): ReadonlyArray<ListedFailure> =>
  problem === null
    ? []
    : [{ plugin: place.name, version: place.version, source: place.source, contract, loadError: problem }]

/** Lists what was loaded. Findings that concern one plugin stand with it; what is left is about several. */
export const listActions = (set: PluginSet): Outcome<ActionList> => {
  const { plugins, findings } = set
  const failures = plugins.flatMap(failureOf)
  const shown = new Set(failures.map(({ loadError }) => loadError))
  return {
    findings: findings.filter((finding) => !shown.has(finding)),
    result: { actions: listOf(set, "actions"), strategies: listOf(set, "strategies"), failures }
  }
}

/** One action in full. */
export interface ShownAction extends ListedAction {
  readonly description: string
  readonly defaultStrategy: string
  /** JSON Schema of its target_configuration. */
  readonly targetSchema: JsonSchema
}

/**
 * Shows one action by its id. One that is there and cannot be used gives the findings that say why, as errors: it was asked for.
 * Fails with the known ids when there is none.
 */
export const showAction = (set: PluginSet, id: string): Effect.Effect<Outcome<ShownAction>, CommandFailed> => {
  const { result } = listActions(set)
  const listed = result?.actions.find((action) => action.id === id)
  const action = set.actions.find((one) => one.id === id)
  const reasons = set.findings.filter(({ evidence }) => evidence["id"] === id)
  if (action === undefined && reasons.length > 0) {
    return Effect.succeed({ findings: reasons.map((one) => ({ ...one, severity: "error" as const })), result: null })
  }
  if (listed === undefined || action === undefined) {
    const known = (result?.actions ?? []).map((one) => one.id)
    return Effect.fail(new CommandFailed({ reason: { _tag: "UnknownAction", id, known } }))
  }
  const { description, defaultStrategy, targetSchema } = action
  return Effect.succeed({ findings: [], result: { ...listed, description, defaultStrategy, targetSchema } })
}
