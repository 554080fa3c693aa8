// A new action is tried as its author would: written, type-checked, tested, linked, and generated with.
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, symlinkSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { copyExample, runOrapart } from "../support/run-orapart.ts"
import type { LooseJson } from "../support/run-orapart.ts"
import { makeFolder, readTree, writeInto } from "../support/temporary-folder.ts"

const workspace = fileURLToPath(new URL("../../../../", import.meta.url))

const create = async (cwd: string, ...words: ReadonlyArray<string>) => {
  const run = await runOrapart(["actions", "new", "--json", ...words], { cwd })
  return { code: run.code, reply: JSON.parse(run.stdout) as LooseJson, stderr: run.stderr }
}

/** What `npm install` would bring, as links into this workspace. */
const linkModules = (folder: string): void => {
  const link = (name: string, target: string) => {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true })
    symlinkSync(join(workspace, target), join(folder, "node_modules", name))
  }
  for (const name of ["contract", "oracle-rules", "strategy-copy-swap", "testkit"])
    link(`@orapart/${name}`, `packages/${name}`)
  link("@orapart/templates", "templates")
  for (const name of ["effect", "vitest", "typescript", "@types/node"]) link(name, `node_modules/${name}`)
}

const runTool = (folder: string, script: string, ...words: ReadonlyArray<string>) => {
  const { CI: _ci, VITEST: _vitest, ...env } = process.env
  const run = spawnSync(process.execPath, [join(folder, "node_modules", script), ...words], {
    cwd: folder,
    // With CI golden files are compared and never written.
    env: { ...env, CI: "1", NO_COLOR: "1" },
    encoding: "utf8"
  })
  return { code: run.status, output: run.stdout + run.stderr }
}

describe("actions new", () => {
  it("writes a package that compiles, passes its own test, is listed when linked, and makes scripts", async () => {
    const home = makeFolder()
    const { code, reply } = await create(home, "keep-history", "--scope", "@my-company")
    expect([code, reply.error]).toEqual([0, null])
    expect(reply.result).toEqual({
      kind: "package",
      name: "keep-history",
      id: "my_company_keep_history",
      packageName: "@my-company/orapart-keep-history",
      constant: "keepHistory",
      prefix: "my-company",
      letters: "KEEPHISTORY",
      path: "keep-history",
      files: expect.any(Array)
    })
    const folder = join(home, "keep-history")
    expect(Object.keys(readTree(folder))).toEqual(reply.result.files.toSorted())
    linkModules(folder)
    expect(runTool(folder, "typescript/bin/tsc")).toEqual({ code: 0, output: "" })
    expect(runTool(folder, "typescript/bin/tsc", "-p", "tsconfig.test.json")).toEqual({ code: 0, output: "" })
    const tested = runTool(folder, "vitest/vitest.mjs", "run")
    expect(tested.code, tested.output).toBe(0)
    expect(tested.output).toMatch(/Tests {2}4\d passed/u)
    const env = { HOME: home, XDG_DATA_HOME: join(home, "d"), XDG_CACHE_HOME: join(home, "c"), XDG_CONFIG_HOME: home }
    const linked = await runOrapart(["plugins", "link", folder, "--no-install"], { cwd: home, env })
    expect(linked.code, linked.stderr).toBe(0)
    const listed = JSON.parse((await runOrapart(["actions", "--json"], { cwd: home, env })).stdout) as LooseJson
    expect(listed.result.failures).toEqual([])
    expect(listed.result.actions.find((one: LooseJson) => one.source === "linked")).toMatchObject({
      id: "my_company_keep_history",
      plugin: "@my-company/orapart-keep-history"
    })
    const page = await runOrapart(["explain", "KEEPHISTORY101"], { cwd: home, env })
    expect(page.stdout).toContain("# KEEPHISTORY101 archive-needs-freeze")
    const config = ["--config", "keep-history/example/migration_config.json"]
    const generated = await runOrapart(["generate", ...config, "--output-dir", "out"], { cwd: home, env })
    expect(generated.code, generated.stderr).toBe(0)
    const master = readFileSync(join(home, "out/SALES_INVOICES/master1.sql"), "utf8")
    expect(master).toContain("15_archive_old_rows.sql")
    expect(master).toContain("rollback/15_undo_archive_old_rows.sql")
  })

  it("replaces every word of the sample that it was made from", async () => {
    const home = makeFolder()
    await create(home, "keep-history")
    const files = readTree(join(home, "keep-history"))
    const text = Object.entries(files)
      .map(([path, content]) => `${path}\n${content}`)
      .join("\n")
    expect(text.match(/acme|archive-first|archive_first|archiveFirst|0\.0\.0-host/giu)).toBeNull()
    expect(files["package.json"]).toContain('"name": "orapart-keep-history"')
    expect(files[".gitignore"]).toContain("node_modules/")
  })

  it("asks for the packages of its own version and for what the workspace pins", async () => {
    const home = makeFolder()
    await create(home, "keep-history")
    const read = (file: string): LooseJson => JSON.parse(readFileSync(file, "utf8"))
    const { dependencies, devDependencies } = read(join(home, "keep-history/package.json"))
    const catalog = readFileSync(join(workspace, "pnpm-workspace.yaml"), "utf8")
    const { version } = read(join(workspace, "packages/cli/package.json"))
    for (const [name, range] of Object.entries<string>({ ...dependencies, ...devDependencies })) {
      if (name.startsWith("@orapart/")) expect(range, name).toBe(`^${version}`)
      else
        expect(catalog, name).toMatch(new RegExp(`^ {2}"?${name}"?: ${range.slice(1).replaceAll(".", "\\.")}$`, "mu"))
    }
  })

  it("tells a person the files and the commands to go on with", async () => {
    const home = makeFolder()
    const { stdout } = await runOrapart(["actions", "new", "keep-history"], { cwd: home })
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining([
        "  src/index.ts",
        "  npm install",
        "  orapart plugins link .",
        "  orapart actions show keep_history"
      ])
    )
  })
})

describe("actions new --single-file", () => {
  it("writes one file that a config can name", async () => {
    const folder = copyExample("minimal", (config) => {
      config.plugins = ["./house/monthly-cut.ts"]
      config.tables[0].migration_action = "monthly_cut"
      config.tables[0].target_configuration = { by: "TAKEN_AT" }
    })
    const { code, reply } = await create(folder, "monthly-cut", "--single-file", "--dir", "house")
    expect([code, reply.result?.path]).toEqual([0, join("house", "monthly-cut.ts")])
    const planned = await runOrapart(["plan", "--config", "migration_config.json", "--json"], { cwd: folder })
    expect(JSON.parse(planned.stdout).result.plans[0].action.id).toBe("monthly_cut")
  })

  it("leaves a file alone that is there", async () => {
    const folder = makeFolder({ "monthly-cut.ts": "// mine\n" })
    const { code, reply } = await create(folder, "monthly-cut", "--single-file")
    expect([code, reply.error.code, reply.error.evidence.entries]).toEqual([1, "OP014", ["monthly-cut.ts"]])
    expect(readTree(folder)).toEqual({ "monthly-cut.ts": "// mine\n" })
  })
})

describe("a place that is taken", () => {
  it("is refused with what is there, and stays as it is", async () => {
    const folder = makeFolder({ "keep-history/notes.txt": "mine\n", "keep-history/src/a.ts": "" })
    const { code, reply } = await create(folder, "keep-history")
    expect([code, reply.error.code, reply.error.evidence.entries]).toEqual([1, "OP014", ["notes.txt", "src/"]])
    expect(readTree(folder)).toEqual({ "keep-history/notes.txt": "mine\n", "keep-history/src/a.ts": "" })
  })

  it("is refused when it is a file", async () => {
    const folder = makeFolder({ "keep-history": "mine\n" })
    const { code, reply } = await create(folder, "keep-history")
    expect([code, reply.error.code]).toEqual([1, "OP014"])
    expect(readTree(folder)).toEqual({ "keep-history": "mine\n" })
  })

  it("is no place at all below a file, and nothing is left behind", async () => {
    const folder = makeFolder({ "a/file": "mine\n" })
    const { code, reply } = await create(folder, "keep-history", "--dir", "a/file/b")
    expect([code, reply.error.code]).toEqual([1, "OP008"])
    expect(reply.error.advice).toContain("--dir")
    expect(readTree(folder)).toEqual({ "a/file": "mine\n" })
  })

  it("may be an empty folder", async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, "here"))
    const { code } = await create(folder, "keep-history", "--dir", "here")
    expect([code, readTree(folder)["here/package.json"]?.includes("keep-history")]).toEqual([0, true])
  })
})

describe("a name that cannot be used", () => {
  it.for([
    ["", "it is empty"],
    ["../../etc", "slashes, dots"],
    ["keep\u202e history\n", "blanks, characters beyond ASCII"],
    ["a".repeat(300), "it has 300 characters"],
    ["core", "it is reserved"],
    ["add-interval-partitioning", "the action add_interval_partitioning is already loaded"]
  ])("is refused: %j, because %s", async ([name = "", problem = ""]) => {
    const folder = makeFolder()
    const { code, reply } = await create(folder, "--", name)
    expect([code, reply.error.code, reply.error.slug]).toEqual([2, "OP013", "name-not-usable"])
    expect(reply.error.what).toContain(problem)
    expect(reply.error.what.length).toBeLessThan(250)
    expect(reply.error.advice).not.toBe("")
    expect(readTree(folder)).toEqual({})
  })

  it("is refused as a scope too, and a good one is proposed", async () => {
    const folder = makeFolder()
    const { code, reply } = await create(folder, "keep-history", "--scope", "My Company")
    expect([code, reply.error.what]).toEqual([2, expect.stringContaining("cannot be the scope")])
    expect(reply.error.advice).toContain("For example: my-company.")
  })

  it("is one that a plugin has loaded already, whatever its package is called", async () => {
    const folder = makeFolder()
    writeInto(folder, "x", "")
    const { reply } = await create(folder, "interval-partitioning", "--scope", "add")
    expect(reply.error.what).toContain("the action add_interval_partitioning is already loaded")
  })
})
