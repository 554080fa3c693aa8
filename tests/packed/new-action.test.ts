// What `orapart actions new` of the packed CLI writes works at once: its tests, its build, its use.
import { rmSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, onTestFinished } from "vitest"
import { makeUser, packed } from "./support/packed-cli.ts"
import { isolatedEnvironment, runProcess } from "./support/run-process.ts"

const tool = (...path: ReadonlyArray<string>) => join(packed.install, "node_modules", ...path)

describe("a new action of the packed CLI", () => {
  it("passes its own tests, compiles, is linked and generated with", async () => {
    // Beside the installed packages, as `npm install` in its folder would have it.
    const folder = join(packed.install, "new-action")
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const user = makeUser()
    const made = await user.run("actions", "new", "keep-years", "--dir", folder)
    expect([made.code, made.stderr]).toEqual([0, ""])
    const options = { cwd: folder, env: { ...isolatedEnvironment(user.home), CI: "1" } }
    const tests = await runProcess(process.execPath, [tool("vitest", "vitest.mjs"), "run"], options)
    expect([tests.code, tests.code === 0 ? "" : tests.stdout + tests.stderr]).toEqual([0, ""])
    const build = await runProcess(process.execPath, [tool("typescript", "bin", "tsc")], options)
    expect([build.code, build.stdout]).toEqual([0, ""])
    expect((await user.run("plugins", "link", folder, "--no-install")).code).toBe(0)
    const config = join(folder, "example", "migration_config.json")
    const { code, findings } = await user.ask("generate", "--config", config, "--output-dir", "output")
    expect([code, findings.filter(({ severity }) => severity === "error")]).toEqual([0, []])
  })
})
