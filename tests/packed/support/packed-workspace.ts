// Before the tests: packs every package, installs the CLI from the tarballs outside the workspace, and builds and packs the
// example plugin as its author would. After them everything is gone again.
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import type { TestProject } from "vitest/node"
import { installTarballs } from "./install-tarballs.ts"
import { isolatedEnvironment, runOrThrow } from "./run-process.ts"
import { closureOf, makeFolder, readTarballs } from "./tarballs.ts"
import { pluginFolder, root } from "./workspace-files.ts"

/** Absolute folders and files that all tests share. Tests write only below a folder of their own in `scratch`. */
export interface PackedWorkspace {
  readonly tarballs: string
  /** Where the CLI is installed. */
  readonly install: string
  /** The command itself. */
  readonly orapart: string
  /** The plugin's folder with its sources, built, beside an installation that its author would have. */
  readonly author: string
  /** The packed plugin. */
  readonly plugin: string
  readonly scratch: string
}

declare module "vitest" {
  interface ProvidedContext {
    readonly packedWorkspace: PackedWorkspace
  }
}

/** What the workspace has anyway need not be downloaded once more: the author's compiler and test runner. */
const lendTools = (install: string): void => {
  makeFolder(join(install, "node_modules", "@types"))
  for (const tool of ["typescript", "vitest", "@types/node"])
    symlinkSync(realpathSync(join(root, "node_modules", tool)), join(install, "node_modules", tool))
}

const packPlugin = async (author: string, install: string, home: string): Promise<string> => {
  const isSource = (path: string) => !/[\\/](?:node_modules|dist)(?:[\\/]|$)/u.test(path.slice(pluginFolder.length))
  cpSync(pluginFolder, author, { recursive: true, filter: isSource })
  const options = { cwd: author, env: isolatedEnvironment(home) }
  await runOrThrow(process.execPath, [join(install, "node_modules", "typescript", "bin", "tsc")], options)
  const packed = await runOrThrow("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", install], options)
  const [{ filename }] = JSON.parse(packed) as [{ readonly filename: string }]
  return join(install, basename(filename))
}

/** Makes all of it; what it returns takes it away again. */
export const setup = async (project: TestProject): Promise<() => void> => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "orapart-packed-")))
  const remove = () => rmSync(base, { recursive: true, force: true })
  try {
    const home = makeFolder(join(base, "home"))
    const tarballs = makeFolder(join(base, "tarballs"))
    await runOrThrow("pnpm", ["--recursive", "pack", "--pack-destination", tarballs], {
      cwd: root,
      env: isolatedEnvironment(home)
    })
    const packed = readTarballs(tarballs)
    const install = join(base, "install")
    // The testkit is the plugin author's; everything else is what a user of the CLI has.
    const wanted = closureOf(["orapart", "@orapart/testkit"], packed)
    await installTarballs(
      install,
      home,
      wanted.map(({ file }) => file)
    )
    lendTools(install)
    const author = join(install, "plugin-archive-first")
    const plugin = await packPlugin(author, install, home)
    const orapart = join(install, "node_modules", "orapart", "bin", "run.js")
    project.provide("packedWorkspace", {
      tarballs,
      install,
      orapart,
      author,
      plugin,
      scratch: makeFolder(join(base, "scratch"))
    })
    return remove
  } catch (error) {
    remove()
    throw error
  }
}
