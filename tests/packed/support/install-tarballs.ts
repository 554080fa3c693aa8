// Installs packed packages with npm, as a user would.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { isolatedEnvironment, runOrThrow } from "./run-process.ts"
import { makeFolder } from "./tarballs.ts"

const flags = ["--ignore-scripts", "--no-audit", "--no-fund"]

/** Installs tarballs into a folder that has nothing yet; what they need beside each other comes from npm's cache or the registry. */
export const installTarballs = (folder: string, home: string, files: ReadonlyArray<string>): Promise<string> => {
  writeFileSync(join(makeFolder(folder), "package.json"), '{ "private": true, "type": "module" }\n')
  return runOrThrow("npm", ["install", ...flags, ...files], { cwd: folder, env: isolatedEnvironment(home) })
}
