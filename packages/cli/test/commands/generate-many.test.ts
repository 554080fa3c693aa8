// `generate` of so many tables that a second thread helps: what is seen from outside is what one thread does.
import { spawn } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { makeBigSet } from "../../../../bench/thousand-tables.ts"
import { runOrapart } from "../support/run-orapart.ts"
import { makeFolder, readTree, writeInto } from "../support/temporary-folder.ts"

const makeProject = (count: number, edit: (config: string) => string = (config) => config): string => {
  const { configText, snapshotText } = makeBigSet(count)
  return makeFolder({ "migration_config.json": edit(configText), "schema_snapshot.json": snapshotText })
}

const generate = (folder: string, words: ReadonlyArray<string> = []) =>
  runOrapart(["generate", "--config", "migration_config.json", ...words], { cwd: folder })

const tablesIn = (folder: string) => readdirSync(join(folder, "output"))

describe("generate of many tables", { timeout: 60_000 }, () => {
  it("gives each table the bytes that it has alone, and lists them in running order", async () => {
    const folder = makeProject(150)
    const run = await generate(folder)
    expect([run.code, run.stderr.includes("error")]).toEqual([0, false])
    const listed = [...run.stdout.matchAll(/^SALES\.(\w+) +output\//gmu)].map(([, table]) => table)
    expect(listed).toEqual(listed.toSorted())
    expect(listed).toHaveLength(150)
    const last = listed.at(-1) ?? ""
    await generate(folder, ["--table", `SALES.${last}`, "--output-dir", "alone"])
    const alone = readTree(join(folder, "alone"))
    expect(Object.keys(alone).length).toBeGreaterThan(20)
    expect(readTree(join(folder, "output", `SALES_${last}`))).toEqual(readTree(join(folder, "alone", `SALES_${last}`)))
  })

  it("writes nothing when a template is at fault, and names it once for all tables", async () => {
    const folder = makeProject(150, (config) =>
      JSON.stringify({ ...(JSON.parse(config) as object), templates: { "core:master2.sql": "mine.njk" } })
    )
    writeInto(folder, "mine.njk", "{{ plan.absent }}")
    const run = await generate(folder)
    expect(run.code).toBe(1)
    expect(run.stdout).toContain("It concerns 150 tables.")
    expect(run.stdout.match(/error OP011/gu)).toHaveLength(1)
    expect(existsSync(join(folder, "output"))).toBe(false)
  })

  it("writes nothing when the last folder is somebody else's", async () => {
    const folder = makeProject(150)
    const name = "SALES_ORDER_BOOK_00149"
    writeInto(folder, `output/${name}/notes.txt`, "mine")
    const run = await generate(folder)
    expect([run.code, tablesIn(folder)]).toEqual([1, [name]])
    expect(run.stdout).toContain("notes.txt")
  })

  it("leaves nothing behind when it is interrupted while both threads write", async () => {
    const folder = makeProject(600)
    const entry = fileURLToPath(new URL("../../bin/run.js", import.meta.url))
    const child = spawn(process.execPath, [entry, "generate", "--quiet", "--config", "migration_config.json"], {
      cwd: folder
    })
    const output = join(folder, "output")
    const staged = () =>
      existsSync(output) ? readdirSync(output).flatMap((name) => readdirSync(join(output, name))) : []
    // Once: a second Ctrl-C ends the process without its cleaning up.
    const watch = setInterval(() => {
      if (staged().length < 150) return
      clearInterval(watch)
      child.kill("SIGINT")
    }, 10)
    const code = await new Promise((resolve) => child.on("close", resolve))
    expect(code).toBe(130)
    expect(readdirSync(folder).toSorted()).toEqual(["migration_config.json", "schema_snapshot.json"])
  })
})
