// What scripts of users build on: commands, flags and the shapes of --json. A change here is a change for them.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { copyExample, runOrapart } from "../support/run-orapart.ts"
import type { LooseJson } from "../support/run-orapart.ts"

const manifest = (): LooseJson =>
  JSON.parse(readFileSync(fileURLToPath(new URL("../../oclif.manifest.json", import.meta.url)), "utf8"))

const describeFlag = ([name, flag]: readonly [string, LooseJson]): string => {
  const form = flag.type === "boolean" ? name : `${name}=${flag.helpValue ?? "value"}`
  return [
    form,
    flag.required ? "required" : "",
    flag.multiple ? "multiple" : "",
    flag.default === undefined ? "" : `default ${flag.default}`
  ]
    .filter((part) => part !== "")
    .join(", ")
}

const describeCommand = (command: LooseJson): readonly [string, LooseJson] => [
  command.id.replaceAll(":", " "),
  {
    args: Object.keys(command.args),
    flags: Object.entries(command.flags).map(describeFlag).toSorted()
  }
]

/** The types of a value, to the given depth: keys of objects, one shape per list. */
const shapeOf = (value: LooseJson, depth: number): LooseJson => {
  if (value === null) return "null"
  if (Array.isArray(value)) return depth === 0 ? "list" : value.slice(0, 1).map((one) => shapeOf(one, depth - 1))
  if (typeof value !== "object") return typeof value
  if (depth === 0) return "object"
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one, depth - 1)]))
}

const resultOf = async (words: ReadonlyArray<string>, folder = "/") => {
  const run = await runOrapart([...words, "--json"], { cwd: folder })
  return JSON.parse(run.stdout).result as LooseJson
}

const config = ["--config", "migration_config.json"]

describe("the commands", () => {
  it("have these arguments and flags", () => {
    expect(Object.fromEntries(Object.values(manifest().commands).map(describeCommand))).toMatchSnapshot()
  })

  it("each say in help what they do, with an example", () => {
    for (const command of Object.values<LooseJson>(manifest().commands)) {
      expect([command.id, command.summary.endsWith(".")]).toEqual([command.id, true])
      expect(command.examples.length).toBeGreaterThan(0)
      for (const flag of Object.values<LooseJson>(command.flags)) expect(flag.description).toBeTruthy()
    }
  })
})

describe("the JSON of", () => {
  it("validate config has this shape", async () => {
    expect(await resultOf(["validate", "config", ...config], copyExample("minimal"))).toEqual({
      config: "migration_config.json",
      snapshot: "schema_snapshot.json",
      tables: 1,
      isSound: true
    })
  })

  it("plan has this shape", async () => {
    expect(shapeOf(await resultOf(["plan", ...config], copyExample("minimal")), 3)).toMatchSnapshot()
  })

  it("generate has this shape", async () => {
    expect(shapeOf(await resultOf(["generate", ...config], copyExample("minimal")), 3)).toEqual({
      outputDirectory: "string",
      folders: [
        {
          owner: "string",
          table: "string",
          path: "string",
          state: "string",
          files: "number",
          bytes: "number",
          stale: "list",
          leftover: "null"
        }
      ]
    })
  })

  it("a finding has this shape", async () => {
    const folder = copyExample("minimal", (c) => void (c.tables[0].target_configuration.partition_column = "NOPE"))
    const run = await runOrapart(["validate", "config", ...config, "--json"], { cwd: folder })
    const [error] = JSON.parse(run.stdout).findings.filter(({ severity }: LooseJson) => severity === "error")
    expect(Object.keys(error)).toEqual([
      "code",
      "slug",
      "severity",
      "subject",
      "what",
      "why",
      "advice",
      "evidence",
      "path",
      "location"
    ])
    expect(Object.keys(error.location)).toEqual(["file", "line", "column"])
  })

  it("actions lists the five core actions and the strategy", async () => {
    const { actions, strategies, failures } = await resultOf(["actions"])
    expect(actions.map(({ id, source, contract }: LooseJson) => `${id} ${source} ${contract}`)).toEqual([
      "add_hash_subpartitions core 1",
      "add_interval_hash_partitioning core 1",
      "add_interval_partitioning core 1",
      "convert_interval_to_interval_hash core 1",
      "convert_to_interval_hash core 1"
    ])
    expect(Object.keys(actions[0])).toEqual(["id", "title", "plugin", "version", "source", "contract"])
    expect([strategies.map(({ id }: LooseJson) => id), failures]).toEqual([["copy_swap"], []])
  })

  it("actions show has this shape", async () => {
    expect(shapeOf(await resultOf(["actions", "show", "add_interval_partitioning"]), 1)).toEqual({
      id: "string",
      title: "string",
      plugin: "string",
      version: "string",
      source: "string",
      contract: "number",
      description: "string",
      defaultStrategy: "string",
      targetSchema: "object"
    })
  })

  it("explain has this shape", async () => {
    expect(shapeOf(await resultOf(["explain", "snapshot-needed"]), 1)).toEqual({
      code: "string",
      plugin: "null",
      slug: "string",
      page: "string"
    })
  })
})

describe("explain", () => {
  it("prints the page as it is", async () => {
    const run = await runOrapart(["explain", "op003"])
    const page = new URL("../../../../docs/reference/checks/OP003-snapshot-needed.md", import.meta.url)
    expect([run.code, run.stdout]).toEqual([0, readFileSync(fileURLToPath(page), "utf8")])
  })
})

describe("actions", () => {
  it("shows id, title, package with version, source and contract of each", async () => {
    const run = await runOrapart(["actions"])
    expect(run.stdout).toMatch(
      /^ {2}add_interval_partitioning +\S.*\n +@orapart\/action-add-interval-partitioning \d+\.\d+\.\d+, core, contract 1$/mu
    )
    expect(run.stdout).toMatch(/^Strategies\n {2}copy_swap {2}\S/mu)
  })
})

describe("actions show", () => {
  it("lists the keys of target_configuration with what they take", async () => {
    const run = await runOrapart(["actions", "show", "add_interval_partitioning"])
    expect(run.stdout).toMatch(/^add_interval_partitioning {2}\S/u)
    expect(run.stdout).toMatch(/^ {2}partition_column +yes +string: /mu)
    expect(run.stdout.split("\n").filter((line) => line.length > 100)).toEqual([])
  })
})
