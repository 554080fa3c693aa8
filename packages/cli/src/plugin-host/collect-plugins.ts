// All plugins of a run: the installed ones and those of the config, each loaded on its own, ids kept unique.
import { realpathSync } from "node:fs"
import { compileMissingValidators } from "@orapart/config-schema"
import type { Finding, MigrationAction, MigrationStrategy } from "@orapart/contract"
import { findConfigured } from "./find-configured.ts"
import { loadPlugin } from "./load-plugin.ts"
import type { LoadedPlugin } from "./load-plugin.ts"
import { adviseRemoval, describePlace, reportFoundPlugin, reportPlugin } from "./plugin-problem.ts"
import type { PluginPlace } from "./plugin-place.ts"

/** What a run can work with, and what it had to do without. */
export interface PluginSet {
  readonly plugins: ReadonlyArray<LoadedPlugin>
  /** Those that can be used: with an id of their own and a validator. */
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategies: ReadonlyArray<MigrationStrategy>
  readonly findings: ReadonlyArray<Finding>
}

const realPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** One plugin that is found in two ways counts once; the config's entry wins, because there it is wanted. */
const uniquePlaces = (places: ReadonlyArray<PluginPlace>): ReadonlyArray<PluginPlace> => {
  const byRoot = new Map<string, PluginPlace>()
  for (const place of places) {
    const key = realPath(place.root)
    const known = byRoot.get(key)
    if (known === undefined) byRoot.set(key, place)
    else if (known.pointer === null && place.pointer !== null) byRoot.set(key, { ...known, pointer: place.pointer })
  }
  return [...byRoot.values()]
}

interface Claim {
  readonly id: string
  readonly kind: "action" | "strategy"
  readonly place: PluginPlace
}

const claimsOf = ({ place, actions, strategies }: LoadedPlugin): ReadonlyArray<Claim> => [
  ...actions.map(({ id }) => ({ id, kind: "action" as const, place })),
  ...strategies.map(({ id }) => ({ id, kind: "strategy" as const, place }))
]

const reportDuplicate = (claims: ReadonlyArray<Claim>): Finding => {
  const [first, ...others] = claims as [Claim, ...ReadonlyArray<Claim>]
  const owners = claims.map(({ place }) => `${describePlace(place)} (${place.root})`)
  const named = claims.find(({ place }) => place.pointer !== null)?.place ?? others[0]?.place ?? first.place
  const removals = claims.filter(({ place }) => place.source !== "core").map(({ place }) => adviseRemoval(place))
  return reportPlugin("OP503", named, {
    what: `${claims.length} plugins bring the ${first.kind} ${first.id}: ${owners.join(" and ")}.`,
    why: "Which one is meant cannot be known, so neither is used.",
    advice: `Give one ${first.kind} another id, or ${removals.join(", or ")}.`,
    evidence: { id: first.id, kind: first.kind, plugins: claims.map(({ place }) => place.name) }
  })
}

const findDuplicates = (plugins: ReadonlyArray<LoadedPlugin>): ReadonlyArray<ReadonlyArray<Claim>> => {
  const groups = Map.groupBy(plugins.flatMap(claimsOf), ({ kind, id }) => `${kind} ${id}`)
  return [...groups.values()].filter((claims) => claims.length > 1)
}

/** Gives every action a validator; one whose schema cannot be compiled is left out and reported. */
const compileActions = async (
  actions: ReadonlyArray<MigrationAction>,
  plugins: ReadonlyArray<LoadedPlugin>
): Promise<Pick<PluginSet, "actions" | "findings">> => {
  const compiled = await compileMissingValidators(actions)
  const findings = compiled.problems.flatMap(({ id, message }) => {
    const owner = plugins.find((plugin) => plugin.actions.some((action) => action.id === id))
    if (owner === undefined) return []
    return reportFoundPlugin("OP502", owner.place, {
      what: `The action ${id} of ${describePlace(owner.place)} has a targetSchema that cannot be compiled: ${message}`,
      advice: `Correct the schema, which is JSON Schema 2020-12, or ${adviseRemoval(owner.place)}.`,
      evidence: { id }
    })
  })
  const broken = new Set(compiled.problems.map(({ id }) => id))
  return { actions: compiled.actions.filter(({ id }) => !broken.has(id)), findings }
}

/** Where all plugins lie, each once, and the entries of the config that lead nowhere. Imports nothing. */
export const findPluginPlaces = (
  installed: ReadonlyArray<PluginPlace>,
  configured: ReadonlyArray<string>,
  configFolder: string
): { readonly places: ReadonlyArray<PluginPlace>; readonly findings: ReadonlyArray<Finding> } => {
  const found = configured.map((name, index) => findConfigured(name, `/plugins/${index}`, configFolder, installed))
  const places = found.filter((one): one is PluginPlace => "root" in one)
  return {
    places: uniquePlaces([...installed, ...places]),
    findings: found.filter((one): one is Finding => "severity" in one)
  }
}

/** Loads everything. `configured` are the config's `plugins` as written; paths in it start from `configFolder`. */
export const collectPlugins = async (
  installed: ReadonlyArray<PluginPlace>,
  configured: ReadonlyArray<string>,
  configFolder: string
): Promise<PluginSet> => {
  const { places, findings: missing } = findPluginPlaces(installed, configured, configFolder)
  const plugins: Array<LoadedPlugin> = []
  for (const place of places) plugins.push(await loadPlugin(place))
  const duplicates = findDuplicates(plugins)
  const isUnique = (kind: Claim["kind"]) => (one: { readonly id: string }) =>
    !duplicates.some(([first]) => first?.kind === kind && first.id === one.id)
  const compiled = await compileActions(plugins.flatMap(({ actions }) => actions).filter(isUnique("action")), plugins)
  return {
    plugins,
    actions: compiled.actions,
    strategies: plugins.flatMap(({ strategies }) => strategies).filter(isUnique("strategy")),
    findings: [
      ...missing,
      ...plugins.flatMap(({ problem }) => (problem === null ? [] : [problem])),
      ...duplicates.map(reportDuplicate),
      ...compiled.findings
    ]
  }
}
