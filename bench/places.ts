// Where the measured programs lie and where they may write.
import { accessSync, constants, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const inRepository = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** The built CLI. */
export const orapart = inRepository("packages/cli/bin/run.js")
/** Where @oclif/core lies for the CLI. */
export const cliModules = inRepository("packages/cli/node_modules")
/** A program of this folder. */
export const programOf = (name: string): string => inRepository(`bench/programs/${name}`)
/** The comparison that rendering brings. */
export const renderSpeed = inRepository("packages/rendering/bench/render-speed.ts")

const memory = "/dev/shm"

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A new folder, on a memory file system where there is one: a disk's speed is not what is measured. */
export const makeWorkFolder = (): string => mkdtempSync(join(isWritable(memory) ? memory : tmpdir(), "orapart-bench-"))
