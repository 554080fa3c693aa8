// One package alone: the program of its README, in an empty folder, with nothing installed but what the program imports.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, onTestFinished } from "vitest"
import { installTarballs } from "./support/install-tarballs.ts"
import { packed } from "./support/packed-cli.ts"
import { importedPackages, readProgram, writeOutput } from "./support/readme-programs.ts"
import { isolatedEnvironment, runProcess } from "./support/run-process.ts"
import { compiler, consumerConfig } from "./support/consumer-config.ts"
import { closureOf, readTarballs } from "./support/tarballs.ts"
import { isUpdating, root } from "./support/workspace-files.ts"

const tarballs = readTarballs(packed.tarballs)

const folders = [...readdirSync(join(root, "packages")).map((name) => join("packages", name)), "templates"]
const readmeOf = (name: string): string => {
  const folder = folders.find((one) => {
    const manifest = join(root, one, "package.json")
    return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly name: string }).name === name
  })
  return join(root, folder ?? "", "README.md")
}

const tsconfig = consumerConfig(["program.ts"], { skipLibCheck: true })

describe.for([...tarballs.keys()])("%s alone", (name) => {
  it("runs and type-checks the program of its README with what that imports, and prints what stands there", async () => {
    const readme = readmeOf(name)
    const program = readProgram(readFileSync(readme, "utf8"))
    expect(program).not.toBeNull()
    if (program === null) return
    const imported = importedPackages(program.text)
    expect(imported).toContain(name)
    const folder = join(packed.scratch, name.replaceAll("/", "-"))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const needed = closureOf(imported, tarballs)
    // npm gets effect by itself, as a peer, which takes longest of all: done for the contract; the others are lent the CLI's copy.
    const effect = name === "@orapart/contract" ? [] : [join(packed.install, "node_modules", "effect")]
    await installTarballs(folder, packed.scratch, [...needed.map(({ file }) => file), ...effect])
    writeFileSync(join(folder, "program.ts"), program.text)
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig))
    const options = { cwd: folder, env: isolatedEnvironment(packed.scratch) }
    const [run, check] = await Promise.all([
      runProcess(process.execPath, ["program.ts"], options),
      runProcess(process.execPath, [compiler], options)
    ])
    expect([run.code, run.stderr]).toEqual([0, ""])
    if (isUpdating) writeOutput(readme, run.stdout)
    else expect(run.stdout).toBe(program.output)
    expect([check.code, check.stdout]).toEqual([0, ""])
    const installed = readdirSync(join(folder, "node_modules", "@orapart")).map((one) => `@orapart/${one}`)
    expect(installed).toEqual(
      needed
        .map(({ manifest }) => manifest.name)
        .filter((one) => one.startsWith("@"))
        .toSorted()
    )
  })
})
