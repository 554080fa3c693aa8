// Actions that orapart does not ship: a TypeScript file beside the config, a package, a linked plugin.
import { cpSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { copyExample, runOrapart } from "../support/run-orapart.ts"
import type { LooseJson } from "../support/run-orapart.ts"
import { actionPackage, actionSource, packageFiles } from "../support/plugin-sources.ts"
import { makeFolder, writeInto } from "../support/temporary-folder.ts"

const localAction = `
import * as Effect from "effect/Effect"
import { CONTRACT_VERSION, defineAction, type MigrationAction } from "@orapart/contract"
import { buildIntervalTarget } from "@orapart/oracle-rules"

export const yearly: MigrationAction = defineAction({
  id: "acme_yearly",
  title: "One partition per year",
  description: "Cuts a heap table by year.",
  contract: CONTRACT_VERSION,
  targetSchema: {
    type: "object", required: ["by"], additionalProperties: false,
    properties: { by: { type: "string", description: "The column to cut by." } }
  },
  defaultStrategy: "copy_swap",
  applies: () => Effect.succeed([]),
  target: ({ source, table }) => Effect.succeed(buildIntervalTarget(source, {
    partition_type: "INTERVAL", partition_column: String(table.target_configuration["by"]), interval_type: "YEAR", interval_value: 1
  }))
})
`

const useAction = (id: string, target: object, plugins: ReadonlyArray<string>) => (config: LooseJson) => {
  config.plugins = plugins
  config.tables[0].migration_action = id
  config.tables[0].target_configuration = target
}

const ask = async (folder: string, words: ReadonlyArray<string>, env: { readonly [name: string]: string } = {}) => {
  const run = await runOrapart([...words, "--json"], { cwd: folder, env })
  return { code: run.code, reply: JSON.parse(run.stdout) as LooseJson, stderr: run.stderr }
}

const config = ["--config", "migration_config.json"]

const codes = (findings: ReadonlyArray<{ code: string; severity: string }>) =>
  findings.filter(({ severity }) => severity !== "info").map(({ code, severity }) => `${code} ${severity}`)

describe("a TypeScript action beside the config", () => {
  it("is planned with although nothing is installed beside it", async () => {
    const folder = copyExample("minimal", useAction("acme_yearly", { by: "TAKEN_AT" }, ["./actions/yearly.ts"]))
    writeInto(folder, "actions/yearly.ts", localAction)
    const { code, reply } = await ask(folder, ["plan", ...config])
    expect(code).toBe(0)
    expect(reply.result.plans[0]).toMatchObject({
      action: { id: "acme_yearly", title: "One partition per year" },
      target: { partitioning: { columns: ["TAKEN_AT"], intervalText: "NUMTOYMINTERVAL(1,'YEAR')" } }
    })
    const shown = await ask(folder, ["actions", "show", "acme_yearly", ...config])
    expect(shown.reply.result).toMatchObject({
      plugin: "./actions/yearly.ts",
      version: null,
      source: "config",
      contract: 1
    })
  })

  it("has its keys checked by the schema that it brings", async () => {
    const folder = copyExample("minimal", useAction("acme_yearly", { bye: "TAKEN_AT" }, ["./yearly.ts"]))
    writeInto(folder, "yearly.ts", localAction)
    const { code, reply } = await ask(folder, ["validate", "config", ...config])
    expect(code).toBe(1)
    expect(codes(reply.findings)).toEqual(expect.arrayContaining(["OP104 error", "OP105 error"]))
    expect(JSON.stringify(reply.findings)).toContain("/tables/0/target_configuration/bye")
  })

  it("is refused with its place in the config when its schema is wrong, and core actions still work", async () => {
    const folder = copyExample("minimal", (c) => void (c.plugins = ["./broken.mjs"]))
    writeInto(folder, "broken.mjs", `export const a = ${actionSource("a", 'targetSchema: { type: "strnig" }')}`)
    const { code, reply } = await ask(folder, ["validate", "config", ...config])
    expect(code).toBe(1)
    const finding = reply.findings.find((one: LooseJson) => one.code === "OP502")
    expect(finding).toMatchObject({
      severity: "error",
      path: "/plugins/0",
      location: { file: "migration_config.json" }
    })
    expect(codes(reply.findings).filter((one) => one.endsWith("error"))).toEqual(["OP502 error"])
  })

  it("that throws costs its own table the plan and no other", async () => {
    const folder = copyExample("hr", (c) => {
      c.plugins = ["./crash.mjs"]
      c.tables[1].migration_action = "crash"
      c.tables[1].target_configuration = {}
    })
    writeInto(
      folder,
      "crash.mjs",
      `export const a = ${actionSource("crash", "applies: () => { throw new Error('boom') }")}`
    )
    const { code, reply } = await ask(folder, ["plan", ...config])
    expect(code).toBe(1)
    expect(reply.result.refused).toEqual([{ owner: "HR", table: "ORDERS" }])
    expect(reply.result.plans).toHaveLength(5)
    expect(reply.findings.find((one: LooseJson) => one.code === "OP520").what).toContain("boom")
  })
})

describe("the list of actions", () => {
  it("says that a config is no JSON instead of leaving its plugins out", async () => {
    const folder = makeFolder({ "migration_config.json": '{ "plugins": ["./a.ts"' })
    const { code, reply } = await ask(folder, ["actions", ...config])
    expect([code, codes(reply.findings)]).toEqual([1, ["OP100 error"]])
    expect(reply.result.actions).toHaveLength(5)
  })
})

describe("a package", () => {
  it("with its own copy of effect is planned with", async () => {
    const folder = copyExample("minimal", useAction("acme_noop", {}, ["@acme/noop"]))
    const text = `import * as Effect from "effect/Effect"
      export const actions = [${actionSource(
        "acme_noop",
        `
        applies: () => Effect.succeed([]),
        target: ({ source }) => Effect.gen(function* () { yield* Effect.yieldNow; return source })`
      )}]`
    const files = packageFiles(
      "node_modules/@acme/noop",
      { name: "@acme/noop", version: "1.2.3", type: "module", orapart: { contract: 1, actions: "./index.js" } },
      { "index.js": text }
    )
    for (const [path, content] of Object.entries(files)) writeInto(folder, path, content)
    const effect = dirname(dirname(fileURLToPath(import.meta.resolve("effect/Effect"))))
    const isCode = (path: string) => !/\.(?:map|d\.ts)$/u.test(path) && !path.startsWith(join(effect, "src"))
    cpSync(effect, join(folder, "node_modules/@acme/noop/node_modules/effect"), { recursive: true, filter: isCode })
    const { code, reply } = await ask(folder, ["plan", ...config])
    expect([code, codes(reply.findings).filter((one) => one.endsWith("error"))]).toEqual([0, []])
    expect(reply.result.plans[0]?.action.id).toBe("acme_noop")
  })

  it("that brings the id of a core action makes both unusable, and says so", async () => {
    const folder = copyExample("minimal", (c) => void (c.plugins = ["twin"]))
    for (const [path, text] of Object.entries(actionPackage("twin", "add_interval_partitioning")))
      writeInto(folder, path, text)
    const { code, reply } = await ask(folder, ["plan", ...config])
    const finding = reply.findings.find((one: LooseJson) => one.code === "OP503")
    expect(code).toBe(1)
    expect(finding.evidence.plugins).toEqual(["@orapart/action-add-interval-partitioning", "twin"])
    expect(reply.findings.some((one: LooseJson) => one.code === "OP109")).toBe(true)
  })

  it("adds templates under its own prefix, and may not replace one", async () => {
    const folder = copyExample("minimal", (c) => void (c.plugins = ["themed"]))
    const orapart = { contract: 1, actions: "./index.js", templates: "./templates" }
    const files = {
      ...actionPackage("themed", "themed", orapart),
      "node_modules/themed/templates/themed/extra.sql.njk": "-- extra\n",
      "node_modules/themed/templates/core/_skip.sql.njk": "-- mine\n"
    }
    for (const [path, text] of Object.entries(files)) writeInto(folder, path, text)
    const { code, reply } = await ask(folder, ["validate", "config", ...config])
    const found = reply.findings.filter((one: LooseJson) => one.code === "OP507")
    expect([code, found.map((one: LooseJson) => one.evidence.template)]).toEqual([1, ["core:_skip.sql"]])
  })
})

describe("plugins of the installation", () => {
  it("are listed with source and contract when they were linked, and one of another contract with its reason", async () => {
    const folder = makeFolder({
      ...packageFiles(
        "good",
        { name: "good", version: "1.0.0", type: "module", oclif: {}, orapart: { contract: 1, actions: "./i.js" } },
        {
          "i.js": `export const a = ${actionSource("good_action")}`
        }
      ),
      ...packageFiles(
        "newer",
        { name: "newer", version: "9.0.0", type: "module", oclif: {}, orapart: { contract: 2, actions: "./i.js" } },
        {
          "i.js": "throw new Error('must not run')"
        }
      )
    })
    const env = {
      XDG_DATA_HOME: join(folder, "data"),
      XDG_CACHE_HOME: join(folder, "cache"),
      XDG_CONFIG_HOME: join(folder, "config"),
      HOME: folder
    }
    for (const name of ["good", "newer"]) {
      const linked = await runOrapart(["plugins", "link", join(folder, name), "--no-install"], { cwd: folder, env })
      expect([linked.code, linked.stderr]).toEqual([0, expect.any(String)])
    }
    const { code, reply } = await ask(folder, ["actions"], env)
    expect(code).toBe(0)
    expect(reply.result.actions.find((one: LooseJson) => one.id === "good_action")).toEqual({
      id: "good_action",
      title: "Title of good_action",
      plugin: "good",
      version: "1.0.0",
      source: "linked",
      contract: 1
    })
    expect(reply.result.failures).toMatchObject([
      {
        plugin: "newer",
        version: "9.0.0",
        source: "linked",
        contract: 2,
        loadError: { code: "OP501", severity: "warning" }
      }
    ])
    const shown = await runOrapart(["actions"], { cwd: folder, env })
    expect(shown.stdout.replaceAll(/\s+/gu, " ")).toContain(
      "newer 9.0.0 needs contract 2; this orapart speaks contract 1."
    )
    const project = copyExample("minimal")
    expect((await ask(project, ["plan", ...config], env)).code).toBe(0)
  })
})
