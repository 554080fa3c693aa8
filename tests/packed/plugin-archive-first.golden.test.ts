// An in-house action as a company would have it: built by its author, packed by npm, installed into the packed CLI, used.
import { readFileSync, writeFileSync } from "node:fs"
import { findPackageJSON } from "node:module"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createUser, exampleFiles, makeUser, packed } from "./support/packed-cli.ts"
import { isolatedEnvironment, runProcess } from "./support/run-process.ts"
import { isUpdating, pluginFolder, readTree, rewriteTree } from "./support/workspace-files.ts"

const name = "@acme/orapart-archive-first"
const example = join(pluginFolder, "example")
const config = ["--config", "migration_config.json"]

// The files in which the plugin can be seen. The others are the strategy's, and have golden files in the other examples.
const shown = [
  "15_archive_old_rows.sql",
  "README.md",
  "master1.sql",
  "rollback/15_undo_archive_old_rows.sql",
  "rollback/master_rollback.sql"
]

const files = {
  "migration_config.json": readFileSync(join(example, "migration_config.json"), "utf8"),
  "schema_snapshot.json": readFileSync(join(example, "schema_snapshot.json"), "utf8")
}

// The second effect is found by what Node resolves while a command runs, not by what lies on the disk.
const recorder = `import { appendFileSync } from "node:fs"
import { registerHooks } from "node:module"
registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    if (/^effect(\\/|$)/.test(specifier)) appendFileSync(process.env.RECORD, found.url + "\\n")
    return found
  }
})
`

const record = join(packed.scratch, "resolved-effects.txt")
const recorderFile = join(packed.scratch, "record-effect.mjs")

const user = createUser(files)
const installed = join(user.home, "data", "orapart", "node_modules", name)

beforeAll(async () => {
  const run = await user.run("plugins", "install", `file://${packed.plugin}`)
  expect([run.code, run.stdout + run.stderr]).toEqual([0, expect.stringContaining("installed v1.0.0")])
  writeFileSync(recorderFile, recorder)
  writeFileSync(record, "")
})
afterAll(() => user.remove())

describe("the author of the plugin", () => {
  it("has tests that pass against the packed packages", async () => {
    const vitest = join(packed.install, "node_modules", "vitest", "vitest.mjs")
    const words = [vitest, "run", "--root", packed.author, ...(isUpdating ? ["--update"] : [])]
    const env = { ...isolatedEnvironment(user.home), CI: isUpdating ? undefined : "1" }
    const run = await runProcess(process.execPath, words, { cwd: packed.author, env })
    if (isUpdating)
      rewriteTree(join(pluginFolder, "test", "expected"), readTree(join(packed.author, "test", "expected")))
    expect([run.code, run.code === 0 ? "" : run.stdout + run.stderr]).toEqual([0, ""])
    expect(run.stdout).toMatch(/Tests .*\d{2,} passed/u)
  })
})

describe("the installed plugin", () => {
  it("is listed with package, version, source and contract", async () => {
    const { code, findings, result } = await user.ask("actions")
    const { actions } = result as { readonly actions: ReadonlyArray<{ readonly id: string }> }
    expect([code, findings]).toEqual([0, []])
    expect(actions.find(({ id }) => id === "acme_archive_first")).toEqual({
      id: "acme_archive_first",
      title: "Archive old rows, then partition a heap table by interval",
      plugin: name,
      version: "1.0.0",
      source: "installed",
      contract: 1
    })
    expect(actions).toHaveLength(6)
  })

  it("has its keys checked by its own schema and its own check", async () => {
    const wrong = (more: object) => {
      const { tables } = JSON.parse(files["migration_config.json"])
      tables[0].target_configuration = { ...tables[0].target_configuration, ...more }
      return JSON.stringify({ plugins: [name], tables })
    }
    const validate = async (text: string) => {
      writeFileSync(join(user.folder, "wrong.json"), text)
      const { code, findings } = await user.ask(
        "validate",
        "config",
        "--config",
        "wrong.json",
        "--snapshot",
        "schema_snapshot.json"
      )
      return [
        code,
        findings.filter(({ severity }) => severity === "error").map(({ code: one, path }) => `${one} ${path}`)
      ]
    }
    const at = "/tables/0/target_configuration"
    expect(await validate(wrong({ archive_before: "soon" }))).toEqual([1, [`OP108 ${at}/archive_before`]])
    expect(await validate(wrong({ archive_table: "INVOICES_OLD" }))).toEqual([1, [`ACME101 ${at}/archive_table`]])
    expect((await user.ask("validate", "config", ...config)).code).toBe(0)
  })

  it("explains its codes, by number and by name", async () => {
    const page = readFileSync(join(pluginFolder, "pages", "ACME101-archive-name-taken.md"), "utf8").trimEnd()
    for (const words of ["ACME101", "acme101", "archive-name-taken"]) {
      const { code, stdout } = await user.run("explain", words)
      expect([code, stdout.trimEnd()]).toEqual([0, page])
    }
    expect((await makeUser(files).run("explain", "ACME101")).code).toBe(2)
  })

  it("writes its script set, held by golden files, and its steps are called where they belong", async () => {
    const run = await user.run("generate", ...config)
    expect([run.code, run.stderr]).toEqual([0, ""])
    const version = /orapart\/(\S+) /u.exec((await user.run("--version")).stdout)?.[1] ?? ""
    const all = readTree(join(user.folder, "output", "SALES_INVOICES"), [".orapart-files.json"])
    const digest = (JSON.parse(all["plan.json"] ?? "{}") as { readonly digest: string }).digest
    const mask = (text: string) =>
      text
        .replaceAll(digest, "0".repeat(64))
        .replaceAll(digest.slice(0, 8), "00000000")
        .replaceAll(`orapart ${version}`, "orapart 0.0.0")
    const written = Object.fromEntries(shown.map((path) => [path, mask(all[path] ?? "")]))
    if (isUpdating) rewriteTree(join(example, "expected"), written)
    expect(written).toEqual(readTree(join(example, "expected")))
    expect(Object.keys(all).length).toBeGreaterThan(20)
    const script = (path: string) => written[path] ?? ""
    const order = ["10_create_table.sql", "15_archive_old_rows.sql", "20_data_load.sql"].map((file) =>
      script("master1.sql").indexOf(`'${file}'`)
    )
    expect(order.every((at) => at > 0) && order.toSorted((left, right) => left - right)).toEqual(order)
    expect(script("rollback/master_rollback.sql")).toMatch(
      /@@20_undo[\s\S]*@@15_undo_archive_old_rows\.sql[\s\S]*@@10_undo/u
    )
    expect(script("README.md")).toContain("15_archive_old_rows.sql")
  })

  it("writes scripts that the linter is silent on", async () => {
    const entry = pathToFileURL(join(packed.install, "node_modules", "@orapart", "sqlplus", "dist", "index.js")).href
    const { lintScript } = (await import(entry)) as {
      readonly lintScript: (text: string, options: object) => ReadonlyArray<{ readonly message: string }>
    }
    const output = join(user.folder, "output", "SALES_INVOICES")
    const scripts = Object.entries(readTree(output)).filter(([path]) => path.endsWith(".sql"))
    const inFolder = (folder: string) =>
      new Map(
        scripts
          .filter(([path]) => join(path, "..") === folder)
          .map(([path, text]) => [path.split("/").at(-1) ?? "", text])
      )
    const findings = scripts.flatMap(([path, text]) =>
      lintScript(text, { file: path, scripts: inFolder(join(path, "..")) })
    )
    expect(scripts.length).toBeGreaterThan(15)
    expect(findings.map(({ message }) => message)).toEqual([])
    expect(lintScript("EXIT SQL.SQLCODE\n", { file: "x.sql" })).not.toEqual([])
  })

  it("runs on its own copy of effect, beside that of the CLI, and takes the contract from the CLI", async () => {
    const own = findPackageJSON("effect", pathToFileURL(join(installed, "dist", "index.js"))) ?? ""
    const host = findPackageJSON("effect", pathToFileURL(packed.orapart)) ?? ""
    expect([own.startsWith(user.home), host.startsWith(packed.install)]).toEqual([true, true])
    const recorded = makeUser(files, {
      env: {
        NODE_OPTIONS: `--import ${pathToFileURL(recorderFile).href}`,
        RECORD: record,
        XDG_DATA_HOME: join(user.home, "data")
      }
    })
    expect((await recorded.run("plan", ...config)).code).toBe(0)
    const resolved = [...new Set(readFileSync(record, "utf8").trim().split("\n"))]
    const from = (folder: string) => resolved.filter((url) => url.startsWith(pathToFileURL(join(folder, "..")).href))
    expect([from(own).length > 0, from(host).length > 0, from(own).length + from(host).length]).toEqual([
      true,
      true,
      resolved.length
    ])
    expect(() => findPackageJSON("@orapart/contract", pathToFileURL(join(installed, "dist", "index.js")))).toThrow()
  })

  it("leaves examples/hr what it is", async () => {
    const [alone, beside] = [
      makeUser(exampleFiles("hr")),
      makeUser(exampleFiles("hr"), { env: { XDG_DATA_HOME: join(user.home, "data") } })
    ]
    for (const one of [alone, beside]) expect((await one.run("generate", ...config)).code).toBe(0)
    expect(readTree(join(beside.folder, "output"))).toEqual(readTree(join(alone.folder, "output")))
  })
})

describe("a linked plugin", () => {
  it("is used from its folder, and gone after it was uninstalled", async () => {
    const own = makeUser(files)
    expect((await own.run("plugins", "link", packed.author, "--no-install")).code).toBe(0)
    const source = async () => {
      const { result } = await own.ask("actions")
      const { actions } = result as {
        readonly actions: ReadonlyArray<{ readonly id: string; readonly source: string }>
      }
      return actions.find(({ id }) => id === "acme_archive_first")?.source
    }
    expect(await source()).toBe("linked")
    expect((await own.run("generate", ...config)).code).toBe(0)
    expect((await own.run("plugins", "uninstall", name)).code).toBe(0)
    expect(await source()).toBeUndefined()
    const { code, findings } = await own.ask("validate", "config", ...config)
    expect([code, findings.filter(({ severity }) => severity === "error").map((one) => one.code)]).toEqual([
      1,
      ["OP502", "OP109"]
    ])
  })
})
