// What people really put into a config: each case names the code, the exit code and, where there is one, the position.
import { copyFileSync, existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { copyExample, runOrapart } from "../support/run-orapart.ts"
import type { LooseJson } from "../support/run-orapart.ts"
import { makeFolder } from "../support/temporary-folder.ts"

interface Reply {
  readonly exit: number
  readonly result: LooseJson
  readonly findings: ReadonlyArray<{
    code: string
    severity: string
    what: string
    path?: string
    location?: LooseJson
  }>
  readonly error: { readonly code: string; readonly what: string; readonly evidence: LooseJson } | null
}

const ask = async (
  folder: string,
  command: string,
  ...words: ReadonlyArray<string>
): Promise<Reply & { code: number | null }> => {
  const run = await runOrapart([...command.split(" "), "--config", "migration_config.json", "--json", ...words], {
    cwd: folder
  })
  const reply = JSON.parse(run.stdout) as Reply
  expect(reply.exit).toBe(run.code)
  return { ...reply, code: run.code }
}

const errorsOf = ({ findings }: Reply) => findings.filter(({ severity }) => severity === "error")

const orders = (config: LooseJson) => config.tables[1]
const customers = (config: LooseJson) => config.tables[6]

type Case = readonly [name: string, edit: (config: LooseJson) => string | Buffer | void, pointer: string, word: string]

const wrongWishes: ReadonlyArray<Case> = [
  [
    "a misspelt key",
    (c) => void (orders(c).target_configuration.partition_colum = "ORDER_DATE"),
    "/tables/1/target_configuration/partition_colum",
    "partition_column"
  ],
  ["a misspelt key of a table", (c) => void (orders(c).enabeld = true), "/tables/1/enabeld", "enabled"],
  [
    "a number written as text",
    (c) => void (orders(c).target_configuration.subpartition_count = "8"),
    "/tables/1/target_configuration/subpartition_count",
    "8"
  ],
  [
    "a month 13",
    (c) => void (orders(c).target_configuration.initial_partition_value = "TO_DATE('2024-13-99', 'YYYY-MM-DD')"),
    "/tables/1/target_configuration/initial_partition_value",
    "13"
  ],
  [
    "an unknown action",
    (c) => void (orders(c).migration_action = "add_interval_hash_partitionig"),
    "/tables/1/migration_action",
    "add_interval_hash_partitioning"
  ],
  [
    "a partition column that is not there",
    (c) => void (orders(c).target_configuration.partition_column = "ORDR_DATE"),
    "/tables/1/target_configuration/partition_column",
    "ORDER_DATE"
  ],
  [
    "a partition column of a type that cannot be cut by time",
    (c) => void (orders(c).target_configuration.partition_column = "STATUS"),
    "/tables/1/target_configuration/partition_column",
    "VARCHAR2"
  ],
  [
    "a LOB as hash column",
    (c) => void (customers(c).target_configuration.subpartition_column = "NOTES"),
    "/tables/6/target_configuration/subpartition_column",
    "CLOB"
  ],
  [
    "null where a column is needed",
    (c) => void (orders(c).target_configuration.partition_column = null),
    "/tables/1/target_configuration/partition_column",
    "null"
  ],
  ["a table that stands twice", (c) => void c.tables.push(orders(c)), "/tables/7", "HR.ORDERS"],
  [
    "a strategy that nobody brings",
    (c) => void (orders(c).migration_settings.strategy = "magic"),
    "/tables/1/migration_settings/strategy",
    "copy_swap"
  ]
]

describe("validate config", () => {
  it.for(wrongWishes)("finds %s at its place", async ([, edit, pointer, word]) => {
    const reply = await ask(copyExample("hr", edit), "validate config")
    expect(reply.code).toBe(1)
    const finding = errorsOf(reply).find(({ path }) => path?.startsWith(pointer))
    expect(JSON.stringify(finding)).toContain(word)
    expect(finding?.location).toMatchObject({ file: "migration_config.json" })
    expect(finding?.location.line).toBeGreaterThan(1)
  })

  it("reports the mistakes of all tables at once, errors of form beside errors of meaning", async () => {
    const folder = copyExample("hr", (c) => {
      c.tables[0].enabeld = true
      orders(c).target_configuration.partition_column = "ORDR_DATE"
      c.tables[3].target_configuration.subpartition_count = "8"
      c.tables[4].migration_action = "unheard_of"
      customers(c).target_configuration.subpartition_column = "NOTES"
    })
    const found = errorsOf(await ask(folder, "validate config")).map(({ path }) => path?.split("/")[2])
    expect(found).toEqual(expect.arrayContaining(["0", "1", "3", "4", "6"]))
  })

  it("gives line and column of a truncated file", async () => {
    const folder = copyExample("hr", (c) => JSON.stringify(c, null, 2).slice(0, 400))
    const [finding] = errorsOf(await ask(folder, "validate config"))
    expect(finding).toMatchObject({ code: "OP100", location: { file: "migration_config.json" } })
    expect(finding?.location.line).toBeGreaterThan(5)
  })

  it.for([
    ["nothing", "", "OP101"],
    ["a list", "[]", "OP102"],
    ["a trailing comma", '{ "tables": [], }', "OP100"]
  ] as const)("refuses a file that holds %s", async ([, text, code]) => {
    const reply = await ask(
      copyExample("hr", () => text),
      "validate config"
    )
    expect([reply.code, errorsOf(reply)[0]?.code]).toEqual([1, code])
  })

  it("accepts a byte order mark, Windows line ends and comments", async () => {
    const folder = copyExample("hr", (c) => {
      const text = JSON.stringify(c, null, 2).replace("{", "{ // wishes of HR\n")
      return `\uFEFF${text.replaceAll("\n", "\r\n")}`
    })
    const reply = await ask(folder, "validate config")
    expect([reply.code, errorsOf(reply)]).toEqual([0, []])
  })

  it("says where a file stops being UTF-8", async () => {
    const folder = copyExample("hr", () => Buffer.from('{\n  "x": "M\u00fcller"', "latin1"))
    const reply = await ask(folder, "validate config")
    expect([reply.code, reply.error?.code]).toEqual([1, "OP002"])
    expect(reply.error?.evidence).toMatchObject({ problem: "NotUtf8", line: 2, column: 10 })
  })

  it("tells a missing file, a folder and a device apart", async () => {
    const folder = makeFolder({ "a/b": "" })
    const problemOf = async (path: string) => {
      const run = await runOrapart(["validate", "config", "--config", path, "--json"], { cwd: folder })
      return [run.code, JSON.parse(run.stdout).error.evidence.problem]
    }
    expect(await problemOf("none.json")).toEqual([1, "Missing"])
    expect(await problemOf("a")).toEqual([1, "NotAFile"])
    expect(await problemOf("/dev/zero")).toEqual([1, "NotAFile"])
  })

  it("works without a snapshot and says that facts were not checked", async () => {
    const folder = makeFolder({ "migration_config.json": "" })
    const source = copyExample("minimal")
    const run = await runOrapart(
      ["validate", "config", "--config", join(source, "migration_config.json"), "--snapshot", join(folder, "none")],
      {}
    )
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining("OP002")])
    copyFileSync(join(source, "migration_config.json"), join(folder, "migration_config.json"))
    const reply = await ask(folder, "validate config")
    expect(reply.code).toBe(0)
    expect(reply.findings.map(({ code, severity }) => `${code} ${severity}`)).toContain("OP114 info")
    expect(reply.result).toMatchObject({ snapshot: null, tables: 1, isSound: true })
  })

  it("reports a snapshot that the config names and that is not there at its place", async () => {
    const folder = copyExample("hr", (c) => void (c.metadata.snapshot = "facts/none.json"))
    const reply = await ask(folder, "validate config")
    expect(reply.code).toBe(1)
    expect(errorsOf(reply)).toMatchObject([{ code: "OP002", path: "/metadata/snapshot", location: { line: 9 } }])
    expect(errorsOf(reply)[0]?.what).toContain("facts/none.json")
  })

  it("looks at the chosen tables only", async () => {
    const folder = copyExample("hr", (c) => void (orders(c).target_configuration.partition_column = "ORDR_DATE"))
    expect((await ask(folder, "validate config", "--table", "HR.EVENTS")).code).toBe(0)
    expect((await ask(folder, "validate config", "--table", "hr.orders")).code).toBe(1)
  })
})

describe("plan and generate on a broken config", () => {
  it.for(["plan", "generate"])("%s refuses without a snapshot and says which path was looked for", async (command) => {
    const source = copyExample("minimal")
    const folder = makeFolder()
    mkdirSync(join(folder, "in"))
    copyFileSync(join(source, "migration_config.json"), join(folder, "in", "config.json"))
    const run = await runOrapart([command, "--config", "in/config.json"], { cwd: folder })
    expect(run.code).toBe(1)
    expect(run.stdout).toContain(
      "OP003 snapshot-needed: A plan needs a snapshot, and in/schema_snapshot.json does not exist."
    )
    expect(run.stdout).toContain("--snapshot FILE")
    expect(existsSync(join(folder, "output"))).toBe(false)
  })

  it("plans the tables that are sound and names those that are not", async () => {
    const folder = copyExample("hr", (c) => void (orders(c).target_configuration.partition_column = "ORDR_DATE"))
    const reply = await ask(folder, "plan")
    expect(reply.code).toBe(1)
    expect(reply.result.refused).toEqual([{ owner: "HR", table: "ORDERS" }])
    expect(reply.result.plans.map(({ table }: LooseJson) => table)).toContain("EVENTS")
    expect(reply.result.plans.map(({ table }: LooseJson) => table)).not.toContain("ORDERS")
  })

  // One error of form, one of meaning and one of loading: what stops the writing is the same for all others.
  const samples = [0, 3, 10].flatMap((index) => wrongWishes.slice(index, index + 1))

  it.for(samples)("generate writes nothing at all for %s", async ([, edit]) => {
    const folder = copyExample("hr", edit)
    const reply = await ask(folder, "generate")
    expect([reply.code, reply.result]).toEqual([1, null])
    expect(existsSync(join(folder, "output"))).toBe(false)
  })
})
