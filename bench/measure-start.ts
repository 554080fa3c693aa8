// `--version` and `--help` beside a bare oclif CLI and beside bare node.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { runNode } from "./measure.ts"
import { cliModules, orapart } from "./places.ts"
import type { Result } from "./result.ts"

interface PluginLike {
  readonly load: () => Promise<void>
  readonly manifest: unknown
}

const packageJson = {
  name: "bare",
  version: "0.0.0",
  type: "module",
  oclif: { bin: "bare", dirname: "bare", commands: "./commands" }
}

/** A CLI of one command with the same @oclif/core and a manifest, started as oclif's own generator writes it. Gives its entry. */
const makeBareCli = async (folder: string): Promise<string> => {
  mkdirSync(join(folder, "commands"), { recursive: true })
  symlinkSync(cliModules, join(folder, "node_modules"))
  writeFileSync(join(folder, "package.json"), JSON.stringify(packageJson))
  const command = `import { Command } from "@oclif/core"\nexport default class Hello extends Command { async run() { this.log("hello") } }\n`
  writeFileSync(join(folder, "commands", "hello.js"), command)
  const entry = join(folder, "run.js")
  writeFileSync(entry, `import { execute } from "@oclif/core"\nawait execute({ dir: import.meta.url })\n`)
  const { Plugin } = createRequire(entry)("@oclif/core") as {
    readonly Plugin: new (options: object) => PluginLike
  }
  const plugin = new Plugin({ root: folder, type: "core", ignoreManifest: true, respectNoCacheDefault: true })
  await plugin.load()
  writeFileSync(join(folder, "oclif.manifest.json"), JSON.stringify(plugin.manifest))
  return entry
}

/** Interleaved rounds of all five programs; the first one fills the compile cache and is not counted. */
export const measureStart = async (folder: string, rounds: number): Promise<ReadonlyArray<Result>> => {
  const bare = await makeBareCli(folder)
  const programs = {
    version: [orapart, "--version"],
    bareVersion: [bare, "--version"],
    help: [orapart, "--help"],
    bareHelp: [bare, "--help"],
    node: ["-e", "0"]
  } as const
  const names = Object.keys(programs) as ReadonlyArray<keyof typeof programs>
  const runs = Array.from({ length: rounds + 1 }, () =>
    Object.fromEntries(names.map((name) => [name, runNode(programs[name]).ms]))
  ).slice(1)
  const timesOf = (name: keyof typeof programs) => runs.map((run) => run[name] ?? Number.NaN)
  const beside = (
    what: string,
    ours: keyof typeof programs,
    name: string,
    anchor: keyof typeof programs,
    most: number | null
  ) => ({
    what,
    ours: timesOf(ours),
    anchor: { name, times: timesOf(anchor) },
    most,
    peak: null
  })
  return [
    beside("--version", "version", "bare oclif", "bareVersion", 1.5),
    beside("--version", "version", "node -e 0", "node", null),
    beside("--help", "help", "bare oclif", "bareHelp", 1.5),
    beside("--help", "help", "node -e 0", "node", null)
  ]
}
