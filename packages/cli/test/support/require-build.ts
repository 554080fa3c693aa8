// Commands run from dist, so a stale build would test yesterday's CLI. Tests of sources alone need no build.
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { TestProject } from "vitest/node"

const packages = fileURLToPath(new URL("../../../", import.meta.url))

const newest = (folder: string): number => {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.[jt]s$/u.test(file))
    return Math.max(0, ...files.map((file) => statSync(join(folder, file)).mtimeMs))
  } catch {
    return 0
  }
}

// A build that changes nothing touches this file only.
const builtAt = (folder: string): number => {
  const info = statSync(join(folder, ".tsbuildinfo"), { throwIfNoEntry: false })
  return Math.max(info?.mtimeMs ?? 0, newest(join(folder, "dist")))
}

declare module "vitest" {
  interface ProvidedContext {
    /** Packages whose sources are newer than their build, when the run began. */
    readonly stalePackages: ReadonlyArray<string>
  }
}

/** Looks once per run; a command test says so when something is stale. */
export const setup = (project: TestProject): void => {
  const stalePackages = readdirSync(packages).filter((name) => {
    const folder = join(packages, name)
    return newest(join(folder, "src")) > builtAt(folder)
  })
  const hasManifest = existsSync(join(packages, "cli", "oclif.manifest.json"))
  project.provide("stalePackages", hasManifest ? stalePackages : [...stalePackages, "oclif.manifest.json"])
}
