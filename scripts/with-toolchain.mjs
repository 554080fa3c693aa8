// Runs a command line with the Node and pnpm this workspace needs. What the machine lacks comes from the npm registry
// through npx, so a machine with any Node from 18 on and npm is enough. It must not import anything installed.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const { packageManager, toolchain } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"))

const hasNode = () => {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const [neededMajor, neededMinor] = toolchain.minNode.split(".").map(Number)
  return major > neededMajor || (major === neededMajor && minor >= neededMinor)
}

const hasPnpm = () => {
  const neededMajor = Number(packageManager.split("@")[1].split(".")[0])
  const found = spawnSync("pnpm --version", { shell: true, encoding: "utf8", cwd: root }).stdout || ""
  return Number(found.trim().split(".")[0]) === neededMajor
}

/** Runs the line in the workspace root and gives its exit code; a line that a signal ended gives 1. */
export const runWithToolchain = (line, extraEnv = {}) => {
  const env = { ...process.env, ...toolchain.env, ...extraEnv }
  const missing = [...(hasNode() ? [] : ["-p", `node@${toolchain.node}`]), ...(hasPnpm() ? [] : ["-p", packageManager])]
  const result =
    missing.length === 0
      ? spawnSync(line, { shell: true, stdio: "inherit", env, cwd: root })
      : spawnSync("npx", ["--yes", ...missing, "-c", line], {
          stdio: "inherit",
          env,
          cwd: root,
          shell: process.platform === "win32"
        })
  if (result.error) console.error(result.error.message)
  return result.status ?? 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(runWithToolchain(process.argv.slice(2).join(" ")))
