// Runs the built CLI as a user does: a process of its own with its own folder and environment.
import { spawn, spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { inject } from "vitest"
import { makeFolder } from "./temporary-folder.ts"

const stale = inject("stalePackages")
if (stale.length > 0) throw new Error(`Commands run from dist, and ${stale.join(", ")} changed since. Run: pnpm build`)

const entry = fileURLToPath(new URL("../../bin/run.js", import.meta.url))
const examples = fileURLToPath(new URL("../../../../examples/", import.meta.url))

/** What a run left behind. */
export interface Run {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** How to run it; environment variables are added to a bare one. */
export interface RunOptions {
  readonly cwd?: string
  readonly env?: { readonly [name: string]: string }
  /** Runs as this user; only root can. */
  readonly uid?: number
  /** A bash line around the command, which is "$@" in it. */
  readonly shell?: string
}

const bareEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  XDG_DATA_HOME: "/nonexistent/data",
  XDG_CACHE_HOME: "/nonexistent/cache",
  XDG_CONFIG_HOME: "/nonexistent/config"
})

// The process gives its rights up itself: node may lie in a folder that only root may enter.
const becomeUser = (uid: number | undefined): ReadonlyArray<string> =>
  uid === undefined
    ? []
    : ["--import", `data:text/javascript,process.setgroups([]);process.setgid(${uid});process.setuid(${uid})`]

/** True when this process may become that user and the user may read the CLI where it lies. */
export const canRunAs = (uid: number): boolean =>
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, [...becomeUser(uid), entry, "--version"], { cwd: "/", env: bareEnvironment() }).status ===
    0

/** Runs `orapart` with these words. */
export const runOrapart = (words: ReadonlyArray<string>, options: RunOptions = {}): Promise<Run> =>
  new Promise((resolve, reject) => {
    const env = { ...bareEnvironment(), ...options.env }
    const cwd = options.cwd ?? "/"
    const command = [process.execPath, ...becomeUser(options.uid), entry, ...words]
    const child =
      options.shell === undefined
        ? spawn(command[0] ?? "", command.slice(1), { cwd, env })
        : spawn("bash", ["-c", options.shell, "bash", ...command], { cwd, env })
    const [stdout, stderr]: [Array<Buffer>, Array<Buffer>] = [[], []]
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk))
    child.on("error", reject)
    child.on("close", (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() })
    )
  })

/** A config as tests change it: its JSON without types. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test puts anything anywhere, that is its purpose
export type LooseJson = any

/** A folder with a copy of an example, its config changed by `edit` or replaced by the text that it returns. */
export const copyExample = (name: string, edit: (config: LooseJson) => string | Buffer | void = () => {}): string => {
  const read = (file: string) => readFileSync(join(examples, name, file), "utf8")
  const config: LooseJson = JSON.parse(read("migration_config.json"))
  const text = edit(config) ?? JSON.stringify(config, null, 2)
  return makeFolder({ "migration_config.json": text, "schema_snapshot.json": read("schema_snapshot.json") })
}
