// `actions new`: checks the name, reads the scaffold and writes it where nothing is yet.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { CommandFailed } from "../failures.ts"
import type { Outcome } from "../failures.ts"
import { writeNewFile, writeNewFolder } from "../output/write-new-files.ts"
import { collectPlugins } from "../plugin-host/collect-plugins.ts"
import type { PluginPlace } from "../plugin-host/plugin-place.ts"
import { findNameProblems, spellNames, suggestName } from "./action-names.ts"
import type { ActionNames } from "./action-names.ts"
import { readScaffold } from "./read-scaffold.ts"

/** What the command line says. */
export interface NewActionRequest {
  readonly name: string
  /** With or without @; undefined for a package without a scope. */
  readonly scope: string | undefined
  /** Folder of the package, or folder that gets the file; undefined for ./NAME and for the current folder. */
  readonly directory: string | undefined
  readonly isSingleFile: boolean
  /** orapart's own version: the package asks for it. */
  readonly version: string
  readonly installed: ReadonlyArray<PluginPlace>
}

/** What was written. */
export interface NewAction extends ActionNames {
  readonly kind: "package" | "file"
  /** Folder of the package, or path of the file. */
  readonly path: string
  /** Paths of the files, relative to the folder that holds them. */
  readonly files: ReadonlyArray<string>
}

const refuse = (part: "name" | "scope", text: string, problems: ReadonlyArray<string>, isLoaded = false) =>
  Effect.fail(
    new CommandFailed({
      reason: { _tag: "UnusableName", part, text, problems, isLoaded, suggestion: suggestName(text) }
    })
  )

/** A name is taken when a loaded plugin has the package or brings the action: two of one id make both unusable. */
const findTaken = async (names: ActionNames, installed: ReadonlyArray<PluginPlace>): Promise<ReadonlyArray<string>> => {
  const { plugins } = await collectPlugins(installed, [], ".")
  return plugins.flatMap(({ place, actions }) => [
    ...(place.name === names.packageName ? [`the package ${place.name} is already loaded`] : []),
    ...(actions.some(({ id }) => id === names.id)
      ? [`the action ${names.id} is already loaded, from ${place.name}`]
      : [])
  ])
}

/** Writes a new action. Fails with UnusableName, PlaceTaken or NotWritten; then nothing is left behind. */
export const createAction = Effect.fnUntraced(function* (
  request: NewActionRequest
): Effect.fn.Return<Outcome<NewAction>, CommandFailed> {
  const { directory, installed, isSingleFile, name, version } = request
  const scope = request.scope?.replace(/^@/u, "") ?? null
  const problems = findNameProblems(name)
  if (problems.length > 0) return yield* refuse("name", name, problems)
  const scopeProblems = scope === null ? [] : findNameProblems(scope)
  if (scope !== null && scopeProblems.length > 0) return yield* refuse("scope", scope, scopeProblems)
  const names = spellNames(name, scope)
  const loaded = yield* Effect.promise(() => findTaken(names, installed))
  if (loaded.length > 0) return yield* refuse("name", name, loaded, true)
  const kind = isSingleFile ? "file" : "package"
  const files = readScaffold(kind, names, version)
  const [first] = files
  const folder = directory ?? (isSingleFile ? "." : name)
  const path = isSingleFile && first !== undefined ? join(folder, first.path) : folder
  yield* isSingleFile && first !== undefined ? writeNewFile(folder, first) : writeNewFolder(folder, files)
  return { findings: [], result: { ...names, kind, path, files: files.map((file) => file.path) } }
})
