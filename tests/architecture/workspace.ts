// The workspace as plain data: manifests, references and source files. It reads files and judges nothing.
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** The fields of a package.json that the rules look at. */
export interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly description?: string
  readonly license?: string
  readonly type?: string
  readonly sideEffects?: boolean
  readonly exports?: Readonly<Record<string, unknown>>
  readonly files?: ReadonlyArray<string>
  readonly keywords?: ReadonlyArray<string>
  readonly engines?: Readonly<Record<string, string>>
  readonly oclif?: { readonly plugins?: ReadonlyArray<string> }
  readonly orapart?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** One file below src; the path is relative to src and has forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** One workspace package. */
export interface Package {
  /** Folder name, such as oracle-rules; `templates` for the top-level data package. */
  readonly folder: string
  readonly manifest: Manifest
  readonly readme: string
  /** Folder names from the references of tsconfig.json. */
  readonly references: ReadonlyArray<string>
  readonly sources: ReadonlyArray<SourceFile>
}

/** All packages and the one version they share. */
export interface Workspace {
  readonly version: string
  readonly packages: ReadonlyArray<Package>
}

const root = fileURLToPath(new URL("../..", import.meta.url))

const readText = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "")

// The shapes are the workspace's own files; a wrong one shows as a broken rule, not as a crash.
const readJson = <A>(path: string): A => JSON.parse(readFileSync(path, "utf8")) as A

const readSources = (directory: string): ReadonlyArray<SourceFile> => {
  const src = join(directory, "src")
  if (!existsSync(src)) return []
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .toSorted()
    .map((path) => ({ path: path.replaceAll("\\", "/"), text: readText(join(src, path)) }))
}

const readReferences = (directory: string): ReadonlyArray<string> => {
  const file = join(directory, "tsconfig.json")
  if (!existsSync(file)) return []
  const { references = [] } = readJson<{ readonly references?: ReadonlyArray<{ readonly path: string }> }>(file)
  return references.map(({ path }) => path.replace("../", ""))
}

const readPackage = (folder: string, directory: string): Package => ({
  folder,
  manifest: readJson<Manifest>(join(directory, "package.json")),
  readme: readText(join(directory, "README.md")),
  references: readReferences(directory),
  sources: readSources(directory)
})

/** Reads the workspace this file lies in. */
export const readWorkspace = (): Workspace => {
  const folders = readdirSync(join(root, "packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, "packages", entry.name, "package.json")))
    .map((entry) => entry.name)
  return {
    version: readJson<{ readonly version: string }>(join(root, "lerna.json")).version,
    packages: [
      ...folders.map((folder) => readPackage(folder, join(root, "packages", folder))),
      readPackage("templates", join(root, "templates"))
    ]
  }
}

/** Folder names that the root tsconfig.json builds. */
export const readRootReferences = (): ReadonlyArray<string> =>
  readReferences(root).map((path) => path.replace("packages/", ""))

/** The lint configuration as far as the layers are concerned. */
export interface LintConfig {
  readonly overrides: ReadonlyArray<{
    readonly files: ReadonlyArray<string>
    readonly rules: Readonly<Record<string, unknown>>
  }>
}

/** Reads .oxlintrc.json. */
export const readLintConfig = (): LintConfig => readJson<LintConfig>(join(root, ".oxlintrc.json"))
