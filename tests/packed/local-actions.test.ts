// A TypeScript file beside a config is an action, also for the CLI that npm installed: nothing is compiled, nothing is installed beside it.
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { exampleFiles, makeUser } from "./support/packed-cli.ts"
import type { PrintedFinding } from "./support/packed-cli.ts"
import { readTree, writeTree } from "./support/workspace-files.ts"

const action = `import * as Effect from "effect/Effect"
import { CONTRACT_VERSION, defineAction, type MigrationAction } from "@orapart/contract"
import { buildIntervalTarget } from "@orapart/oracle-rules"
import { unit } from "./units.ts"

export const yearly: MigrationAction = defineAction({
  id: "acme_yearly",
  title: "One partition per year",
  description: "Cuts a heap table by year.",
  contract: CONTRACT_VERSION,
  targetSchema: { type: "object", required: ["by"], additionalProperties: false, properties: { by: { type: "string" } } },
  defaultStrategy: "copy_swap",
  applies: () => Effect.succeed([]),
  target: ({ source, table }) => Effect.succeed(buildIntervalTarget(source, {
    partition_type: "INTERVAL", partition_column: String(table.target_configuration["by"]), interval_type: unit, interval_value: 1
  }))
})
`

const units = 'export const unit = "YEAR" as const\n'

const using = (plugin: string) =>
  exampleFiles("minimal", (config) => {
    config.plugins = [plugin]
    config.tables = config.tables.map((table) => ({
      ...table,
      migration_action: "acme_yearly",
      target_configuration: { by: "TAKEN_AT" }
    }))
  })

const config = ["--config", "migration_config.json"]
const errorsOf = (findings: ReadonlyArray<PrintedFinding>) => findings.filter(({ severity }) => severity === "error")

describe("a local .ts action", () => {
  it("is generated with, through its own relative import and the packages of the CLI", async () => {
    const user = makeUser({ ...using("./actions/yearly.ts"), "actions/yearly.ts": action, "actions/units.ts": units })
    const run = await user.run("generate", ...config)
    expect([run.code, run.stderr]).toEqual([0, ""])
    const script = readTree(join(user.folder, "output"))["APP_READINGS/10_create_table.sql"] ?? ""
    expect(script).toContain("NUMTOYMINTERVAL(1,'YEAR')")
    const { result } = await user.ask("actions", "show", "acme_yearly", ...config)
    expect(result).toMatchObject({ plugin: "./actions/yearly.ts", version: null, source: "config", contract: 1 })
  })

  it("works from a folder above the config, and by an absolute path", async () => {
    const files = { "shared/yearly.ts": action, "shared/units.ts": units }
    const user = makeUser(files)
    writeTree(join(user.folder, "deep", "down"), using("../../shared/yearly.ts"))
    writeTree(join(user.folder, "absolute"), using(join(user.folder, "shared", "yearly.ts")))
    for (const folder of ["deep/down", "absolute"]) {
      const { code } = await user.run("plan", "--config", join(folder, "migration_config.json"))
      expect([folder, code]).toEqual([folder, 0])
    }
  })

  it("is not stopped by a type error, which is its author's compiler's business", async () => {
    const wrongType = `${action}\nconst count: number = "many"\nexport const others: string = count\n`
    const user = makeUser({ ...using("./yearly.ts"), "yearly.ts": wrongType, "units.ts": units })
    expect((await user.run("validate", "config", ...config)).code).toBe(0)
  })

  it.for([
    [
      "yearly.ts",
      { "yearly.ts": "const one = 1\nexport const two: number = = one\n" },
      "Expression expected",
      "yearly.ts:2:28"
    ],
    [
      "units.ts",
      { "yearly.ts": action, "units.ts": "// units\n\nexport const unit = )\n" },
      "Expression expected",
      "units.ts:3:21"
    ],
    [
      "yearly.ts",
      { "yearly.ts": "\nexport enum Unit { Year }\n" },
      "TypeScript enum is not supported in strip-only mode",
      "yearly.ts:2:8"
    ],
    [
      "yearly.ts",
      {
        "yearly.ts": "import { unit } from './units.ts'\nexport default unit\n",
        "units.ts": "export const other = 1\n"
      },
      "does not provide an export named 'unit'",
      "yearly.ts:1:10"
    ],
    ["yearly.ts", { "yearly.ts": "export const a = 1\nthrow new Error('no licence')\n" }, "no licence", "yearly.ts:2:7"]
  ] as const)("with a mistake in %s is refused with file, line and column", async ([, files, reason, place]) => {
    const user = makeUser({ ...using("./yearly.ts"), ...files })
    const { code, findings } = await user.ask("generate", ...config)
    const [finding] = errorsOf(findings).filter((one) => one.code === "OP502")
    expect([code, errorsOf(findings).map((one) => one.code)]).toEqual([1, ["OP502", "OP109"]])
    expect(finding?.what).toContain(`./yearly.ts could not be loaded: `)
    expect(finding?.what).toContain(reason)
    expect(finding?.what).toContain(`(${join(user.folder, place)})`)
    expect(finding?.advice).toContain('take "./yearly.ts" out of "plugins"')
    expect(finding).toMatchObject({ path: "/plugins/0", location: { file: "migration_config.json" } })
    expect(existsSync(join(user.folder, "output"))).toBe(false)
  })

  it("that is not there, or imports what is not there, is refused with the path that was looked for", async () => {
    const absent = makeUser(using("./gone.ts"))
    const [first] = errorsOf((await absent.ask("plan", ...config)).findings)
    expect(first?.code).toBe("OP502")
    expect(first?.what).toContain(`there is no file ${join(absent.folder, "gone.ts")}`)
    const half = makeUser({ ...using("./yearly.ts"), "yearly.ts": action })
    const [second] = errorsOf((await half.ask("plan", ...config)).findings)
    expect(second?.what).toContain(`Cannot find module '${join(half.folder, "units.ts")}'`)
    const foreign = makeUser({ ...using("./yearly.ts"), "yearly.ts": 'import "left-pad"\n' })
    const [third] = errorsOf((await foreign.ask("plan", ...config)).findings)
    expect(third?.what).toContain("Cannot find package 'left-pad'")
  })

  it("is refused inside node_modules, where Node strips no types, with what to do instead", async () => {
    const manifest = {
      name: "@acme/raw",
      version: "1.0.0",
      type: "module",
      orapart: { contract: 1, actions: "./yearly.ts" }
    }
    const user = makeUser({
      ...using("@acme/raw"),
      "node_modules/@acme/raw/package.json": JSON.stringify(manifest),
      "node_modules/@acme/raw/yearly.ts": action,
      "node_modules/@acme/raw/units.ts": units
    })
    const { code, findings } = await user.ask("validate", "config", ...config)
    const [finding] = errorsOf(findings)
    expect([code, finding?.code]).toEqual([1, "OP502"])
    expect(finding?.advice).toContain("Publish the plugin compiled to JavaScript")
  })
})
