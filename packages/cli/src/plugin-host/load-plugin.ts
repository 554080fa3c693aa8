// Imports one plugin after its declaration was read. Whatever happens inside it becomes a finding about that plugin.
import { existsSync } from "node:fs"
import { join, resolve, sep } from "node:path"
import { pathToFileURL } from "node:url"
import type { Finding, MigrationAction, MigrationStrategy } from "@orapart/contract"
import { systemErrorOf } from "../services/system-error.ts"
import { readErrorPlace } from "./error-place.ts"
import { readExports } from "./exported-plugins.ts"
import type { ExportedPlugins } from "./exported-plugins.ts"
import { checkContract, readDeclaration } from "./plugin-declaration.ts"
import type { PluginPlace } from "./plugin-place.ts"
import { adviseRemoval, describePlace, reportFoundPlugin } from "./plugin-problem.ts"
import { resolveFromHost } from "./resolve-from-host.ts"

/** A plugin after the attempt to load it. */
export interface LoadedPlugin {
  readonly place: PluginPlace
  /** The contract it says it was built for; null when it does not say. */
  readonly contract: number | null
  readonly actions: ReadonlyArray<MigrationAction>
  readonly strategies: ReadonlyArray<MigrationStrategy>
  /** Folder of its templates, absolute; null when it brings none. */
  readonly templates: string | null
  /** Why it cannot be used; null when it can. */
  readonly problem: Finding | null
}

const broken = (place: PluginPlace, problem: Finding): LoadedPlugin => {
  const { needed } = problem.evidence
  const contract = typeof needed === "number" ? needed : null
  return { place, contract, actions: [], strategies: [], templates: null, problem }
}

// A stack goes on through the files of whoever called: only a place in the plugin's own tree says where to look.
const hostFolder = resolve(import.meta.dirname, "../..") + sep

const reportThrow = (place: PluginPlace, file: string, cause: unknown): Finding => {
  const { code, message } = systemErrorOf(cause)
  const isStripRefusal = code === "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING"
  const at = readErrorPlace(cause, (one) => !one.startsWith(hostFolder))
  const where = at === null ? file : `${at.file}:${at.line}:${at.column}`
  return reportFoundPlugin("OP502", place, {
    what: `${describePlace(place)} could not be loaded: ${message.split("\n")[0]}${at === null ? "" : ` (${where})`}`,
    why: isStripRefusal ? "Node runs TypeScript files only outside node_modules." : `The import of ${file} failed.`,
    advice: isStripRefusal
      ? `Publish the plugin compiled to JavaScript, name a local .ts file, or ${adviseRemoval(place)}.`
      : `Correct ${where}, or ${adviseRemoval(place)}.`,
    evidence: { file, error: message, line: at?.line ?? null, column: at?.column ?? null, at: at?.file ?? null }
  })
}

const importEntry = async (place: PluginPlace, file: string): Promise<ExportedPlugins | Finding> => {
  if (!existsSync(file)) {
    return reportFoundPlugin("OP504", place, {
      what: `${describePlace(place)} names the entry ${file}, and there is no such file.`,
      advice: `Build the plugin, correct "orapart" in its package.json, or ${adviseRemoval(place)}.`
    })
  }
  try {
    const module: object = await import(pathToFileURL(file).href)
    return readExports(module)
  } catch (cause) {
    return reportThrow(place, file, cause)
  }
}

const isFinding = (value: object): value is Finding => "severity" in value && "slug" in value

const checkExports = (place: PluginPlace, all: ReadonlyArray<ExportedPlugins>): LoadedPlugin => {
  const actions = [...new Set(all.flatMap((exported) => exported.actions))]
  const strategies = [...new Set(all.flatMap((exported) => exported.strategies))]
  const problems = [...new Set(all.flatMap((exported) => exported.problems))]
  const refusal = [...actions, ...strategies].map(({ contract }) => checkContract(place, contract)).find((one) => one)
  if (refusal) return broken(place, refusal)
  if (problems.length > 0 || actions.length + strategies.length === 0) {
    const what = problems.length > 0 ? problems.join("; ") : "it exports no action and no strategy"
    return broken(
      place,
      reportFoundPlugin("OP502", place, {
        what: `${describePlace(place)} could not be loaded: ${what}.`,
        advice: `Declare what it brings with defineAction or defineStrategy of @orapart/contract and export it, or ${adviseRemoval(place)}.`
      })
    )
  }
  const contract = [...actions, ...strategies][0]?.contract ?? null
  return { place, contract, actions, strategies, templates: null, problem: null }
}

const loadPackage = async (place: PluginPlace): Promise<LoadedPlugin> => {
  const declaration = readDeclaration(place)
  if ("severity" in declaration) return broken(place, declaration)
  if (place.source !== "core") resolveFromHost()
  const modules: Array<ExportedPlugins> = []
  for (const entry of declaration.entries) {
    const exported = await importEntry(place, join(place.root, entry))
    if (isFinding(exported)) return { ...broken(place, exported), contract: declaration.contract }
    modules.push(exported)
  }
  const templates = declaration.templates === null ? null : resolve(place.root, declaration.templates)
  return { ...checkExports(place, modules), templates }
}

const loadFile = async (place: PluginPlace): Promise<LoadedPlugin> => {
  resolveFromHost()
  const exported = await importEntry(place, place.root)
  return isFinding(exported) ? broken(place, exported) : checkExports(place, [exported])
}

/** Loads one plugin; never rejects. */
export const loadPlugin = (place: PluginPlace): Promise<LoadedPlugin> =>
  place.manifest === null ? loadFile(place) : loadPackage(place)
