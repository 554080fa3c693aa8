// Commands run from dist, so a stale build would test yesterday's CLI. Tests of sources alone need no build.
import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

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

/** Throws when a package of the CLI is newer than its build. */
export const requireBuild = (): void => {
  const stale = readdirSync(packages).filter((name) => {
    const folder = join(packages, name)
    return name !== "testkit" && newest(join(folder, "src")) > builtAt(folder)
  })
  if (stale.length > 0)
    throw new Error(`Commands run from dist, and ${stale.join(", ")} changed since. Run: pnpm build`)
}
