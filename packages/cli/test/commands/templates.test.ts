// Template overrides: written down in the config, checked before anything is written, never by search path.
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { copyExample, runOrapart } from "../support/run-orapart.ts"
import type { LooseJson } from "../support/run-orapart.ts"
import { readTree, writeInto } from "../support/temporary-folder.ts"

const withTemplates = (templates: { readonly [id: string]: string }) =>
  copyExample("minimal", (config: LooseJson) => void (config.templates = templates))

const run = async (folder: string, command: string) => {
  const ended = await runOrapart([...command.split(" "), "--config", "migration_config.json", "--json"], {
    cwd: folder
  })
  return { code: ended.code, reply: JSON.parse(ended.stdout) as LooseJson }
}

const errorsOf = (reply: LooseJson) =>
  reply.findings
    .filter(({ severity }: LooseJson) => severity === "error")
    .map(({ code, path }: LooseJson) => `${code} ${path}`)

describe("a template override", () => {
  it("replaces the text of that script and of no other", async () => {
    const [plain, changed] = [copyExample("minimal"), withTemplates({ "core:_skip.sql": "./sql/skip.njk" })]
    writeInto(changed, "sql/skip.njk", "-- ours for {{ plan.table }}\n")
    await run(plain, "generate")
    expect((await run(changed, "generate")).code).toBe(0)
    const [before, after] = [readTree(join(plain, "output")), readTree(join(changed, "output"))]
    expect(after["APP_READINGS/_skip.sql"]).toContain("-- ours for READINGS\n")
    expect(after["APP_READINGS/10_create_table.sql"]).toBe(before["APP_READINGS/10_create_table.sql"])
  })

  it.for(["validate config", "generate"])("whose file is missing is an error at its place for %s", async (command) => {
    const folder = withTemplates({ "core:_skip.sql": "./none.njk" })
    const { code, reply } = await run(folder, command)
    expect([code, errorsOf(reply)]).toEqual([1, ["OP505 /templates/core:_skip.sql"]])
    expect(reply.findings[0].location.line).toBeGreaterThan(1)
  })

  it("of a template that does not exist is an error with the nearest id", async () => {
    const folder = withTemplates({ "core:_skp.sql": "./skip.njk" })
    writeInto(folder, "skip.njk", "-- x\n")
    const { code, reply } = await run(folder, "validate config")
    expect([code, errorsOf(reply)]).toEqual([1, ["OP506 /templates/core:_skp.sql"]])
    expect(reply.findings[0].what).toContain("Did you mean core:_skip.sql?")
  })

  it("with a mistake in it is an error before anything is written", async () => {
    const folder = withTemplates({ "core:_skip.sql": "./skip.njk" })
    writeInto(folder, "skip.njk", "-- x\n{% if plan %}\n")
    const { code, reply } = await run(folder, "generate")
    expect([code, errorsOf(reply)]).toEqual([1, ["OP011 /templates/core:_skip.sql"]])
    expect(Object.keys(readTree(folder))).not.toContain("output")
  })

  it("that reads a field which does not exist is one finding for all tables, and nothing is written", async () => {
    const folder = copyExample(
      "hr",
      (config: LooseJson) => void (config.templates = { "core:_skip.sql": "./skip.njk" })
    )
    writeInto(folder, "skip.njk", "-- {{ plan.nothing_of_that_name }}\n")
    const { code, reply } = await run(folder, "generate")
    expect([code, errorsOf(reply)]).toEqual([1, ["OP011 undefined"]])
    const fault = reply.findings.find((one: LooseJson) => one.code === "OP011")
    expect(fault.what).toContain("nothing_of_that_name")
    expect(fault.evidence.tables).toHaveLength(6)
    expect(Object.keys(readTree(folder)).filter((path) => path.startsWith("output"))).toEqual([])
  })
})
