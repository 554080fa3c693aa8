// Rules about who may reach what. A rule takes the workspace and gives one sentence for each place that breaks it.
import { isBuiltin } from "node:module"
import { effectRunners, layers, pureBuiltins } from "./layers.ts"
import type { Layer } from "./layers.ts"
import { readSourceFacts } from "./source-facts.ts"
import type { SourceFacts } from "./source-facts.ts"
import type { Package, SourceFile, Workspace } from "./workspace.ts"

/** A rule: the sentences say what is wrong where; none means that the workspace keeps it. */
export type Rule = (workspace: Workspace) => ReadonlyArray<string>

const nothing: Layer = { imports: [], thirdParty: [], isPure: true }
const layerOf = (pkg: Package): Layer => layers[pkg.folder] ?? nothing

/** Name of the package that a bare import belongs to: `@orapart/contract/x` -> `@orapart/contract`. */
const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")

/** Folder of a workspace package by its npm name, or null for a third-party package. */
export const folderOf = (name: string): string | null =>
  name === "orapart" ? "cli" : name.startsWith("@orapart/") ? name.slice("@orapart/".length) : null

interface Place {
  readonly pkg: Package
  readonly file: SourceFile
  readonly facts: SourceFacts
}

const forEachSource = (workspace: Workspace, judge: (place: Place) => ReadonlyArray<string>): ReadonlyArray<string> =>
  workspace.packages.flatMap((pkg) =>
    pkg.sources.flatMap((file) =>
      judge({ pkg, file, facts: readSourceFacts(file.path, file.text) }).map(
        (sentence) => `${pkg.folder}/src/${file.path} ${sentence}`
      )
    )
  )

const bareImports = (facts: SourceFacts): ReadonlyArray<string> =>
  facts.imports.filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))

/** Every package has a place in the layers. */
export const placesEveryPackage: Rule = ({ packages }) =>
  packages
    .filter((pkg) => !layers[pkg.folder])
    .map((pkg) => `${pkg.folder} has no layer in tests/architecture/layers.ts`)

/** Sources import only the packages that their layer allows. */
export const keepsDirection: Rule = (workspace) =>
  forEachSource(workspace, ({ pkg, facts }) =>
    bareImports(facts)
      .map(packageOf)
      .filter((name) => {
        const folder = folderOf(name)
        const { imports, thirdParty } = layerOf(pkg)
        return folder === null ? !thirdParty.includes(name) : !imports.includes(folder)
      })
      .map((name) => `imports ${name}, which its layer does not allow`)
  )

/** Sources import only what the manifest declares for a user's install; the root's tools do not count. */
export const declaresImports: Rule = (workspace) =>
  forEachSource(workspace, ({ pkg, facts }) => {
    const declared = { ...pkg.manifest.dependencies, ...pkg.manifest.peerDependencies }
    return bareImports(facts)
      .map(packageOf)
      .filter((name) => !(name in declared))
      .map((name) => `imports ${name}, which its package.json does not declare`)
  })

/** Packages reach each other by name and through the main entry, never by a path. */
export const entersByTheFrontDoor: Rule = (workspace) =>
  forEachSource(workspace, ({ file, facts }) => {
    const depth = file.path.split("/").length
    const leaves = (specifier: string): boolean => {
      const ups = specifier.split("/").filter((part) => part === "..").length
      return ups > depth || (ups === depth && !specifier.includes("/generated/"))
    }
    return facts.imports
      .filter((specifier) =>
        specifier.startsWith(".")
          ? leaves(specifier)
          : folderOf(packageOf(specifier)) !== null && specifier !== packageOf(specifier)
      )
      .map((specifier) => `imports ${specifier} past the package's main entry`)
  })

/** The barrel of effect costs 300 ms at start; its modules are imported one by one. */
export const avoidsEffectBarrel: Rule = (workspace) =>
  forEachSource(workspace, ({ facts }) =>
    facts.imports.filter((specifier) => specifier === "effect").map(() => "imports the effect barrel")
  )

/** Pure packages import no Node module but those that compute. */
export const keepsFilesOut: Rule = (workspace) =>
  forEachSource(workspace, ({ pkg, file, facts }) => {
    const { isPure, builtinsByFile } = layerOf(pkg)
    if (!isPure) return []
    const allowed = [...pureBuiltins, ...(builtinsByFile?.[file.path] ?? [])]
    return facts.imports
      .filter((specifier) => isBuiltin(specifier) && !allowed.includes(specifier))
      .map((specifier) => `imports ${specifier} in a pure package`)
  })

const impureEffectModules: ReadonlyArray<string> = ["effect/Clock", "effect/Random", "effect/FileSystem"]

/** Pure packages take time, chance, environment and locale as values. */
export const keepsTheWorldOut: Rule = (workspace) =>
  forEachSource(workspace, ({ pkg, facts }) => {
    if (!layerOf(pkg).isPure) return []
    return [
      ...facts.reaches
        .filter(({ kind }) => kind !== "runs-effect")
        .map(({ kind, text }) => `uses ${text} (${kind}) in a pure package`),
      ...facts.imports
        .filter((name) => impureEffectModules.includes(name))
        .map((name) => `imports ${name} in a pure package`)
    ]
  })

/** One runtime: only the CLI, and the testkit in its place, run an Effect. */
export const runsEffectsAtTheEdge: Rule = (workspace) =>
  forEachSource(workspace, ({ pkg, facts }) =>
    effectRunners.includes(pkg.folder)
      ? []
      : facts.reaches
          .filter(({ kind }) => kind === "runs-effect")
          .map(({ text }) => `calls ${text}; only the CLI runs Effects`)
  )
