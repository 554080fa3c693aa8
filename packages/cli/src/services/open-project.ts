// Reads a project from disk: config, the plugins and templates that it names, and its snapshot.
import { existsSync } from "node:fs"
import { dirname, isAbsolute, join, resolve } from "node:path"
import { compileMissingValidators, parseConfigText } from "@orapart/config-schema"
import type { Finding, MigrationAction } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { CommandFailed } from "../failures.ts"
import { collectPlugins } from "../plugin-host/collect-plugins.ts"
import type { PluginSet } from "../plugin-host/collect-plugins.ts"
import type { PluginPlace } from "../plugin-host/plugin-place.ts"
import { reportPlugin } from "../plugin-host/plugin-problem.ts"
import { explainFailure } from "../words/failure-words.ts"
import { loadTemplates } from "./load-templates.ts"
import { placeInConfig, readProject } from "./project.ts"
import type { Project } from "./project.ts"
import { readTextFile } from "./read-text-file.ts"
import { selectTables } from "./select-tables.ts"
import type { Selection } from "./select-tables.ts"

/** What the flags say. */
export interface ProjectRequest {
  readonly configFile: string
  /** --snapshot; undefined leaves the choice to the config. */
  readonly snapshotFile: string | undefined
  /** --table, as typed. */
  readonly tables: ReadonlyArray<string>
  readonly installed: ReadonlyArray<PluginPlace>
}

/** A project with how it was opened. */
export interface OpenProject {
  readonly project: Project
  readonly selection: Selection
  readonly plugins: PluginSet
  /** Where the snapshot was looked for. */
  readonly snapshotFile: string
  /** About plugins, templates and the snapshot's path, placed in the config. */
  readonly findings: ReadonlyArray<Finding>
}

/** The three keys that have to be known before the config can be judged; anything of another type is left to its validator. */
interface EarlyKeys {
  readonly plugins: ReadonlyArray<string>
  readonly templates: Readonly<Record<string, string>>
  readonly snapshot: string | null
  /** Why the text is no JSON. */
  readonly findings: ReadonlyArray<Finding>
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

/** Reads what has to be known before the config can be judged. */
export const readEarlyKeys = (configText: string, configFile: string): EarlyKeys => {
  const { value, findings } = parseConfigText(configText, configFile)
  const [plugins, templates] = [fieldOf(value, "plugins"), fieldOf(value, "templates")]
  const snapshot = fieldOf(fieldOf(value, "metadata"), "snapshot")
  const isMap = typeof templates === "object" && templates !== null && !Array.isArray(templates)
  const entries = isMap ? Object.entries(templates) : []
  return {
    plugins: Array.isArray(plugins) ? plugins.filter((name) => typeof name === "string" && name !== "") : [],
    templates: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string")),
    snapshot: typeof snapshot === "string" && snapshot !== "" ? snapshot : null,
    findings
  }
}

interface FoundSnapshot {
  readonly file: string
  readonly text: string | null
  readonly findings: ReadonlyArray<Finding>
}

const beside = (configFile: string, path: string): string => (isAbsolute(path) ? path : join(dirname(configFile), path))

// A snapshot named by a flag has to be there; one named by the config is the config's mistake; the usual one may be absent.
const findSnapshot = (request: ProjectRequest, named: string | null): Effect.Effect<FoundSnapshot, CommandFailed> => {
  const { configFile, snapshotFile } = request
  const read = (file: string) => Effect.map(readTextFile(file, "snapshot"), (text) => ({ file, text, findings: [] }))
  if (snapshotFile !== undefined) return read(snapshotFile)
  const file = beside(configFile, named ?? "schema_snapshot.json")
  if (named === null) return existsSync(file) ? read(file) : Effect.succeed({ file, text: null, findings: [] })
  const pointer = { path: "/metadata/snapshot" }
  return read(file).pipe(
    Effect.catchTag("CommandFailed", ({ reason }) =>
      Effect.succeed({ file, text: null, findings: [{ ...explainFailure(reason).finding, ...pointer }] })
    )
  )
}

const compileActions = async (
  plugins: PluginSet
): Promise<{ readonly actions: ReadonlyArray<MigrationAction>; readonly findings: ReadonlyArray<Finding> }> => {
  const { actions, problems } = await compileMissingValidators(plugins.actions)
  const findings = problems.flatMap(({ id, message }) => {
    const owner = plugins.plugins.find((plugin) => plugin.actions.some((action) => action.id === id))
    if (owner === undefined) return []
    return reportPlugin("OP502", owner.place, {
      what: `The action ${id} of ${owner.place.name} has a targetSchema that cannot be compiled: ${message}`,
      advice: "Correct the schema; it is JSON Schema 2020-12."
    })
  })
  const broken = new Set(problems.map(({ id }) => id))
  return { actions: actions.filter(({ id }) => !broken.has(id)), findings }
}

/** Loads what a config names, or only what is installed when there is no config. */
export const openPlugins = Effect.fnUntraced(function* (
  configFile: string | undefined,
  installed: ReadonlyArray<PluginPlace>
): Effect.fn.Return<PluginSet, CommandFailed> {
  if (configFile === undefined) return yield* Effect.promise(() => collectPlugins(installed, [], "."))
  const configText = yield* readTextFile(configFile, "config")
  const { plugins, findings } = readEarlyKeys(configText, configFile)
  const set = yield* Effect.promise(() => collectPlugins(installed, plugins, resolve(dirname(configFile))))
  return { ...set, findings: [...findings, ...placeInConfig(set.findings, { configFile, configText })] }
})

/** Opens the project. Fails when a file that was named cannot be read, or a chosen table is not in the config. */
export const openProject = Effect.fnUntraced(function* (
  request: ProjectRequest
): Effect.fn.Return<OpenProject, CommandFailed> {
  const { configFile } = request
  const configText = yield* readTextFile(configFile, "config")
  const early = readEarlyKeys(configText, configFile)
  const configFolder = resolve(dirname(configFile))
  const plugins = yield* Effect.promise(() => collectPlugins(request.installed, early.plugins, configFolder))
  const compiled = yield* Effect.promise(() => compileActions(plugins))
  const templates = yield* loadTemplates(plugins.plugins, early.templates, configFolder)
  const snapshot = yield* findSnapshot(request, early.snapshot)
  const project = readProject({
    configFile,
    configText,
    snapshot: snapshot.text === null ? null : { file: snapshot.file, text: snapshot.text },
    actions: compiled.actions,
    strategies: plugins.strategies,
    templates
  })
  const selection = project.config === null ? null : yield* selectTables(project.config, request.tables)
  const findings = [...plugins.findings, ...compiled.findings, ...templates.findings, ...snapshot.findings]
  return { project, selection, plugins, snapshotFile: snapshot.file, findings: placeInConfig(findings, project) }
})
