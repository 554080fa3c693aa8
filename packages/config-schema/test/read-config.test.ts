import { defineCheck, type Finding, type MigrationAction } from "@orapart/contract"
import { column, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { readConfig } from "../src/read-config.ts"
import { hashAction, testActions } from "./test-actions.ts"

const snapshot = schemaSnapshot({
  tables: [
    tableModel({
      columns: [
        "ORDER_ID NUMBER(12) NOT NULL",
        column("ORDER_DATE DATE NOT NULL", { statistics: { low: "2024-01-01 00:00:00", high: "2025-12-31 00:00:00" } })
      ],
      segments: { tableBytes: 1024 ** 3 },
      statistics: { rowCount: 10_000_000 }
    })
  ]
})

const read = (config: unknown, given: Partial<Parameters<typeof readConfig>[1]> = {}) =>
  readConfig(typeof config === "string" ? config : JSON.stringify(config, null, 2), {
    file: "c.json",
    actions: testActions,
    strategyIds: ["copy_swap"],
    snapshot,
    ...given
  })

const table = tableConfig()
const withTarget = (target: { readonly [key: string]: unknown }) => ({
  tables: [tableConfig({ target_configuration: target })]
})
const withSettings = (migration_settings: unknown) => ({ tables: [{ ...table, migration_settings }] })
const errors = (findings: ReadonlyArray<Finding>) => findings.filter((finding) => finding.severity === "error")
const codes = (findings: ReadonlyArray<Finding>) => findings.map((finding) => finding.code)

describe("readConfig", () => {
  it("reads a sound config and says only what a snapshot cannot know", () => {
    const { config, findings } = read({ tables: [table] })
    expect(config?.tables[0]?.table_name).toBe("ORDERS")
    expect(codes(findings)).toEqual(["OP149", "OP161"])
    expect(findings.every((finding) => finding.severity === "info")).toBe(true)
  })

  it("gives the same answer for the same text", () => {
    expect(read({ tables: [table] })).toEqual(read({ tables: [table] }))
  })

  it("finds unknown keys everywhere with the key that was meant, at the key", () => {
    const text = '{\n  "tables": [],\n  "plugin": []\n}'
    const [finding] = read(text).findings
    expect(finding).toMatchObject({ code: "OP104", path: "/plugin", location: { file: "c.json", line: 3, column: 3 } })
    expect(finding?.advice).toContain("Did you mean plugins?")
  })

  it("sends a key that stands in the wrong object to its place", () => {
    const [finding] = errors(read({ tables: [{ ...table, priority: "HIGH", parallel_degree: 4 }] }).findings)
    expect(finding?.advice).toContain("It belongs in migration_settings.")
    expect(errors(read({ tables: [{ ...table, parallel_degree: 4 }] }).findings)[0]?.advice).toContain(
      "It belongs in target_configuration."
    )
  })

  it("finds misspelt keys of the action", () => {
    const [finding] = errors(read(withTarget({ partiton_column: "X" })).findings)
    expect(finding).toMatchObject({
      code: "OP104",
      subject: "HR.ORDERS",
      path: "/tables/0/target_configuration/partiton_column"
    })
    expect(finding?.advice).toContain("Did you mean partition_column?")
  })

  it("names missing keys with what they are for", () => {
    const { config, findings } = read({
      tables: [{ table_name: "ORDERS", migration_action: "add_interval_partitioning", target_configuration: {} }]
    })
    expect(config).toBeNull()
    expect(errors(findings).map((finding) => `${finding.code} ${finding.what}`)).toEqual([
      "OP105 tables[0] has no key owner.",
      "OP105 tables[0].target_configuration has no key partition_type.",
      "OP105 tables[0].target_configuration has no key partition_column.",
      "OP105 tables[0].target_configuration has no key interval_type.",
      "OP105 tables[0].target_configuration has no key interval_value."
    ])
    expect(findings[0]?.why).toContain("Schema that owns the table")
  })

  it.each([
    [{ subpartition_count: "8" }, 'is the text "8", but it has to be a whole number', "Write 8 without quotes."],
    [{ subpartition_count: 8.5 }, "is the number 8.5, but it has to be a whole number", "Write 9, for example."],
    [{ partition_column: null }, "is null, but it has to be a text", "Write a value: the key is needed."],
    [{ parallel_degree: null }, "is null, but it has to be a whole number", "Leave the key out, or write a value."],
    [{ store_in: "USERS" }, 'is the text "USERS", but it has to be a list', ""],
    [{ partition_column: ["A"] }, "is a list of 1, but it has to be a text", ""]
  ])("explains the wrong type in %j", (target, what, advice) => {
    const [finding, ...others] = errors(read(withTarget(target)).findings)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ code: "OP106", advice })
    expect(finding?.what).toContain(what)
  })

  it("counts a number too large for a double as no number", () => {
    const text = JSON.stringify(withSettings({ estimated_hours: 12345 })).replace("12345", "1e999")
    expect(errors(read(text).findings)[0]?.what).toContain("is a number too large to hold, but it has to be a number")
  })

  it("finds words that are not allowed and the one that was meant", () => {
    const [finding, ...others] = errors(read(withSettings({ priority: "medium" })).findings)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      code: "OP107",
      path: "/tables/0/migration_settings/priority",
      advice: 'Did you mean "MEDIUM"?'
    })
    expect(errors(read(withTarget({ interval_type: "MONTHS" })).findings)[0]?.advice).toBe('Did you mean "MONTH"?')
    expect(errors(read(withSettings({ index_overrides: { A: "local" } })).findings)[0]?.advice).toBe(
      'Did you mean "LOCAL"?'
    )
  })

  it.each([
    [{ interval_value: 0 }, "has to be more than 0"],
    [{ interval_value: 1.5 }, "has to be a whole number here"],
    [{ parallel_degree: 0 }, "has to be 1 or more"],
    [{ partition_column: "" }, "may not be empty"],
    [{ store_in: ["A", "A"] }, "names the same entry twice (entries 1 and 2)"]
  ])("explains the limit broken by %j", (target, what) => {
    const [finding, ...others] = errors(read(withTarget(target)).findings)
    expect(others).toEqual([])
    expect(finding?.code).toBe("OP108")
    expect(finding?.what).toContain(what)
  })

  it("says one thing about a value of a wrong type, not what else it breaks", () => {
    expect(codes(errors(read(withSettings({ priority: 5 })).findings))).toEqual(["OP106"])
    expect(codes(errors(read(withSettings({ index_overrides: { A: 5 } })).findings))).toEqual(["OP106"])
  })

  it("names the action that a misspelt one stands for, and those loaded", () => {
    const [finding] = errors(
      read({ tables: [{ ...table, migration_action: "add_interval_hash_partitionning" }] }).findings
    )
    expect(finding).toMatchObject({ code: "OP109", path: "/tables/0/migration_action" })
    expect(finding?.advice).toContain(
      "Did you mean add_interval_hash_partitioning? Loaded are add_interval_hash_partitioning, add_interval_partitioning."
    )
  })

  it("names the strategy that a misspelt one stands for", () => {
    const [finding] = errors(read(withSettings({ strategy: "copyswap" })).findings)
    expect(finding).toMatchObject({ code: "OP110", path: "/tables/0/migration_settings/strategy" })
    expect(finding?.advice).toContain("Did you mean copy_swap?")
  })

  it("refuses a table that stands twice, with both lines", () => {
    const tables = [table, { ...table, enabled: false }, tableConfig({ table_name: "orders" })]
    const text = JSON.stringify({ tables }, null, 2)
    const opening = text.split("\n").flatMap((content, index) => (content === "    {" ? [index + 1] : []))
    const found = read(text).findings.filter(({ code }) => code === "OP111")
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      path: "/tables/1",
      evidence: { first: 0, firstLine: opening[0], second: 1, line: opening[1] },
      location: { line: opening[1], column: 5 }
    })
  })

  it.each([
    ["[]", "holds an empty list", "Put the list into an object"],
    ["7", "holds the number 7", "Write {"],
    ["null", "holds null", "Write {"]
  ])("refuses %s instead of an object", (text, what, advice) => {
    const { config, findings } = read(text)
    expect(config).toBeNull()
    expect(findings).toMatchObject([{ code: "OP102", location: { line: 1, column: 1 } }])
    expect(findings[0]?.what).toContain(what)
    expect(findings[0]?.advice).toContain(advice)
  })

  it("reports syntax, and nothing else, of a text that is not JSON", () => {
    expect(codes(read('{ "tables": [').findings)).toEqual(["OP100"])
    expect(codes(read("").findings)).toEqual(["OP101"])
  })

  it("goes on past trailing commas, because nothing else could be meant", () => {
    const text = JSON.stringify({ tables: [tableConfig({ table_name: "NOWHERE" })] }, null, 2).replace(
      /\}\s*\]\s*\}$/,
      "},\n],\n}"
    )
    const { config, findings } = read(text)
    expect(config).toBeNull()
    expect(codes(errors(findings))).toEqual(["OP100", "OP100", "OP120"])
  })

  it("reports problems of structure and of meaning in one go, but asks no meaning of a broken table", () => {
    const other = tableConfig({ table_name: "NOWHERE" })
    const { config, findings } = read({ tables: [{ ...table, ownr: 1 }, other] })
    expect(config).toBeNull()
    expect(errors(findings).map((finding) => [finding.code, finding.subject, finding.path])).toEqual([
      ["OP104", "HR.ORDERS", "/tables/0/ownr"],
      ["OP120", "HR.NOWHERE", "/tables/1/table_name"]
    ])
  })

  it("keeps the config when only its meaning is wrong", () => {
    const { config, findings } = read({ tables: [tableConfig({ table_name: "NOWHERE" })] })
    expect(config).not.toBeNull()
    expect(codes(errors(findings))).toEqual(["OP120"])
  })

  it("points at the value that a check means", () => {
    const text = JSON.stringify(withTarget({ partition_column: "ORDR_DATE" }), null, 2)
    const [finding] = errors(read(text).findings)
    expect(finding?.code).toBe("OP126")
    const line = text.split("\n").findIndex((content) => content.includes("ORDR_DATE")) + 1
    expect(finding?.location).toEqual({ file: "c.json", line, column: 29 })
  })

  it("lets the wishes of a table that is switched off be open, not misspelt", () => {
    const open = {
      ...table,
      enabled: false,
      target_configuration: { partition_type: "INTERVAL", partition_column: null }
    }
    expect(errors(read({ tables: [open, tableConfig({ table_name: "X", enabled: false })] }).findings)).toEqual([])
    const misspelt = { ...open, target_configuration: { partitoin_type: "INTERVAL" } }
    expect(codes(errors(read({ tables: [misspelt] }).findings))).toEqual(["OP104"])
  })

  it("warns when nothing is enabled, and when there is no table", () => {
    expect(read({ tables: [{ ...table, enabled: false }] }).findings).toMatchObject([
      { code: "OP113", severity: "warning", path: "/tables" }
    ])
    expect(read({ tables: [] }).findings[0]?.what).toContain("names no table")
  })

  it("says once that there was no snapshot", () => {
    const { findings } = read({ tables: [table, tableConfig({ table_name: "B" })] }, { snapshot: null })
    expect(findings.filter(({ code }) => code === "OP114")).toHaveLength(1)
    expect(findings.filter(({ code }) => code === "OP149")).toEqual([])
  })

  it("reads the predecessor's file key for key: null facts, extra metadata, unknown facts", () => {
    const predecessor = {
      metadata: {
        generated_date: "2025-10-22 10:30:00",
        schema: "HR",
        discovery_criteria: "ALL tables in schema",
        total_tables_found: 15,
        tables_selected_for_migration: 3,
        tool: "x"
      },
      tables: [
        {
          enabled: true,
          ...table,
          current_state: {
            is_partitioned: false,
            partition_type: "NONE",
            size_gb: null,
            row_count: null,
            lob_count: 0,
            index_count: 0,
            remark: "?"
          },
          available_columns: { timestamp_columns: [{ name: "ORDER_DATE", type: "DATE", nullable: "N", rank: 1 }] },
          migration_settings: {
            estimated_hours: 3.8,
            priority: "LOW",
            validate_data: true,
            backup_old_table: true,
            drop_old_after_days: 7
          }
        }
      ]
    }
    expect(errors(read(predecessor).findings)).toEqual([])
  })

  it("says that an action without validator was not checked", () => {
    const { validateTarget: _gone, ...bare } = hashAction
    const { findings } = read(withTarget({ anything: 1 }), { actions: [bare] })
    expect(findings.filter(({ code }) => code === "OP115")).toMatchObject([
      { severity: "warning", path: "/tables/0/target_configuration" }
    ])
  })

  it("runs an action's own checks beside the core's, on its own tables only", () => {
    const check = defineCheck({
      code: "ACME1",
      slug: "archive-age",
      title: "Age",
      severity: "warning",
      rules: [],
      run: () => [{ what: "Too young." }]
    })
    const action: MigrationAction = { ...hashAction, checks: [check] }
    const tables = [table, tableConfig({ table_name: "B", migration_action: "add_interval_partitioning" })]
    const { findings } = read({ tables }, { actions: [action], checks: [] })
    expect(findings.filter(({ code }) => code === "ACME1")).toMatchObject([
      { subject: "HR.ORDERS", slug: "archive-age", what: "Too young." }
    ])
  })

  it("turns a check that throws into a finding and goes on", () => {
    const crash = defineCheck({
      code: "ACME2",
      slug: "crash",
      title: "Crash",
      severity: "error",
      rules: [],
      run: () => {
        throw new TypeError("no age")
      }
    })
    const { findings } = read({ tables: [table] }, { checks: [crash] })
    expect(findings).toMatchObject([{ code: "OP116", severity: "error", subject: "HR.ORDERS", path: "/tables/0" }])
    expect(findings[0]?.what).toBe("The check ACME2 crash failed instead of answering: no age")
  })
})
