// The packed CLI as a user runs it: by its file, in a folder and with a home of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { inject, onTestFinished } from "vitest"
import { isolatedEnvironment, runProcess } from "./run-process.ts"
import type { Run } from "./run-process.ts"
import { root, writeTree } from "./workspace-files.ts"

// Stale builds would be packed like fresh ones.
const isPublished = (folder: string): boolean => {
  const file = join(root, "packages", folder, "package.json")
  return (
    !existsSync(file) || (JSON.parse(readFileSync(file, "utf8")) as { readonly private?: boolean }).private !== true
  )
}
const stale = inject("stalePackages").filter(isPublished)
if (stale.length > 0)
  throw new Error(`Packages are packed from dist, and ${stale.join(", ")} changed since. Run: pnpm build`)

/** Folders that the global setup made. */
export const packed = inject("packedWorkspace")

/** A finding as --json prints it. */
export interface PrintedFinding {
  readonly code: string
  readonly slug: string
  readonly severity: string
  readonly subject: string
  readonly what: string
  readonly why: string
  readonly advice: string
  readonly path?: string
  readonly evidence: Readonly<Record<string, unknown>>
}

/** What --json printed, and how the run ended. */
export interface Answer {
  readonly code: number | null
  readonly findings: ReadonlyArray<PrintedFinding>
  readonly result: unknown
  readonly stderr: string
}

/** What is particular about a user. */
export interface UserOptions {
  readonly entry?: string
  /** Variables beside the usual ones. */
  readonly env?: Readonly<Record<string, string>>
}

/** One user: a folder with files to work in, and a home with the plugins that were installed. */
export interface User {
  readonly folder: string
  readonly home: string
  readonly run: (...words: ReadonlyArray<string>) => Promise<Run>
  /** The same with --json, read. */
  readonly ask: (...words: ReadonlyArray<string>) => Promise<Answer>
}

/** Reads a file of an example. */
export const readExample = (name: string, file: string): string =>
  readFileSync(join(root, "examples", name, file), "utf8")

/** Config and snapshot of an example, the config changed by `edit`. */
export const exampleFiles = (
  name: string,
  edit: (config: { plugins?: ReadonlyArray<string>; tables: Array<Record<string, unknown>> }) => void = () => {}
): Readonly<Record<string, string>> => {
  const config = JSON.parse(readExample(name, "migration_config.json"))
  edit(config)
  return {
    "migration_config.json": JSON.stringify(config, null, 2),
    "schema_snapshot.json": readExample(name, "schema_snapshot.json")
  }
}

/** A user with these files; `remove` takes folder and home away. `entry` is the CLI's file, the packed one unless said otherwise. */
export const createUser = (
  files: Readonly<Record<string, string>> = {},
  { entry = packed.orapart, env: more = {} }: UserOptions = {}
): User & { readonly remove: () => void } => {
  const base = mkdtempSync(join(packed.scratch, "user-"))
  const [folder, home] = [join(base, "work"), join(base, "home")]
  writeTree(folder, { ".keep": "", ...files })
  writeTree(home, { ".keep": "" })
  const env = { ...isolatedEnvironment(home), NODE_COMPILE_CACHE: join(packed.scratch, "compile-cache"), ...more }
  const run: User["run"] = (...words) => runProcess(process.execPath, [entry, ...words], { cwd: folder, env })
  const ask: User["ask"] = async (...words) => {
    const { code, stderr, stdout } = await run(...words, "--json")
    return { ...(JSON.parse(stdout) as Pick<Answer, "findings" | "result">), code, stderr }
  }
  return { folder, home, run, ask, remove: () => rmSync(base, { recursive: true, force: true }) }
}

/** A user for one test; everything of it is gone when the test is over. */
export const makeUser = (files?: Readonly<Record<string, string>>, options?: UserOptions): User => {
  const { remove, ...user } = createUser(files, options)
  onTestFinished(remove)
  return user
}
