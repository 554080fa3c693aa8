// Reads a project from disk: config, the plugins and templates that it names, and its snapshot.
import { existsSync } from "node:fs"
import { dirname, isAbsolute, join, resolve } from "node:path"
import { parseConfigText } from "@orapart/config-schema"
import type { ParsedText } from "@orapart/config-schema"
import type { Finding } from "@orapart/contract"
import * as Effect from "effect/Effect"
import type { CommandFailed } from "../failures.ts"
import { collectPlugins, findPluginPlaces } from "../plugin-host/collect-plugins.ts"
import type { PluginSet } from "../plugin-host/collect-plugins.ts"
import type { PluginPlace } from "../plugin-host/plugin-place.ts"
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
  /** The whole config, so that it need not be parsed again; its findings say why the text is no JSON. */
  readonly parsed: ParsedText
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

/** Reads what has to be known before the config can be judged. */
export const readEarlyKeys = (configText: string, configFile: string): EarlyKeys => {
  const parsed = parseConfigText(configText, configFile)
  const { value } = parsed
  const [plugins, templates] = [fieldOf(value, "plugins"), fieldOf(value, "templates")]
  const snapshot = fieldOf(fieldOf(value, "metadata"), "snapshot")
  const isMap = typeof templates === "object" && templates !== null && !Array.isArray(templates)
  const entries = isMap ? Object.entries(templates) : []
  return {
    plugins: Array.isArray(plugins) ? plugins.filter((name) => typeof name === "string" && name !== "") : [],
    templates: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string")),
    snapshot: typeof snapshot === "string" && snapshot !== "" ? snapshot : null,
    parsed
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

/** Where the plugins lie that are installed or that a config names; nothing of them is imported. */
export const findPlaces = Effect.fnUntraced(function* (
  configFile: string | undefined,
  installed: ReadonlyArray<PluginPlace>
): Effect.fn.Return<ReadonlyArray<PluginPlace>, CommandFailed> {
  if (configFile === undefined) return installed
  const configText = yield* readTextFile(configFile, "config")
  const { plugins } = readEarlyKeys(configText, configFile)
  return findPluginPlaces(installed, plugins, resolve(dirname(configFile))).places
})

/** Loads what a config names, or only what is installed when there is no config. */
export const openPlugins = Effect.fnUntraced(function* (
  configFile: string | undefined,
  installed: ReadonlyArray<PluginPlace>
): Effect.fn.Return<PluginSet, CommandFailed> {
  if (configFile === undefined) return yield* Effect.promise(() => collectPlugins(installed, [], "."))
  const configText = yield* readTextFile(configFile, "config")
  const { plugins, parsed } = readEarlyKeys(configText, configFile)
  const set = yield* Effect.promise(() => collectPlugins(installed, plugins, resolve(dirname(configFile))))
  return { ...set, findings: [...parsed.findings, ...placeInConfig(set.findings, { configFile, configText })] }
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
  const templates = yield* loadTemplates(plugins.plugins, early.templates, configFolder)
  const snapshot = yield* findSnapshot(request, early.snapshot)
  const project = readProject({
    configFile,
    configText,
    parsed: early.parsed,
    snapshot: snapshot.text === null ? null : { file: snapshot.file, text: snapshot.text },
    actions: plugins.actions,
    strategies: plugins.strategies,
    templates
  })
  const selection = project.config === null ? null : yield* selectTables(project.config, request.tables)
  const findings = [...plugins.findings, ...templates.findings, ...snapshot.findings]
  return { project, selection, plugins, snapshotFile: snapshot.file, findings: placeInConfig(findings, project) }
})
