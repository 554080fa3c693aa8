// Whatever stands in the file: findings, never an exception; every finding complete and within the file.
import type { Finding, TableConfig } from "@orapart/contract"
import { databaseInfo, schemaSnapshot, tableConfig, tableModel } from "@orapart/testkit/builders"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compileTargetSchema } from "../src/compile.ts"
import { coreChecks } from "../src/core-checks.ts"
import { listCodes } from "../src/list-codes.ts"
import { readConfig } from "../src/read-config.ts"
import { readSnapshot } from "../src/read-snapshot.ts"
import { runChecks } from "../src/run-checks.ts"
import { hashAction, testActions } from "./test-actions.ts"

const snapshot = schemaSnapshot({ tables: [tableModel()] })
const known = new Set(listCodes().map(({ code }) => code))
const input = { file: "c.json", actions: testActions, strategyIds: ["copy_swap"], snapshot }

const expectComplete = (findings: ReadonlyArray<Finding>, text: string): void => {
  const lines = text.split(/\r\n|\n|\r/)
  for (const { code, location, subject, what } of findings) {
    expect(known).toContain(code)
    expect(code).not.toBe("OP116")
    expect(subject).not.toBe("")
    expect(what).toMatch(/[.:]/)
    expect(what).not.toMatch(/undefined|\[object Object/)
    expect(location?.line).toBeGreaterThanOrEqual(1)
    expect(location?.line).toBeLessThanOrEqual(lines.length)
    expect(location?.column).toBeGreaterThanOrEqual(1)
    expect(location?.column).toBeLessThanOrEqual((lines[(location?.line ?? 1) - 1] ?? "").length + 1)
  }
}

const target = tableConfig().target_configuration
const settings = {
  priority: "LOW",
  delta_sync: "none",
  index_overrides: { A: "LOCAL" },
  names: { interim: "X" },
  drop_old_after_days: 7
}
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, "", 0, -1, 1e300, "MAXVALUE", "DATE '2024-02-30'", "9999", '"')
)

const changed = (base: { readonly [key: string]: unknown }) =>
  fc.tuple(fc.constantFrom(...Object.keys(base)), odd, fc.boolean()).map(([key, value, isGone]) => {
    const { [key]: _old, ...rest } = base
    return isGone ? rest : { ...rest, [key]: value }
  })

describe("readConfig on odd files", () => {
  it("answers to any JSON value with complete findings", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1)
        expectComplete(readConfig(text, input).findings, text)
      })
    )
  })

  it("answers to a config with one or two odd values with complete findings", () => {
    fc.assert(
      fc.property(
        changed(target),
        changed(settings),
        changed({ ...tableConfig(), enabled: true }),
        (oddTarget, oddSettings, oddTable) => {
          const table = { ...oddTable, migration_settings: oddSettings }
          for (const one of [table, { ...tableConfig(), target_configuration: oddTarget }]) {
            const text = JSON.stringify({ tables: [one] }, null, 2)
            const { config, findings } = readConfig(text, input)
            expectComplete(findings, text)
            if (config === null) expect(findings.some(({ severity }) => severity === "error")).toBe(true)
          }
        }
      ),
      { numRuns: 500 }
    )
  })

  it("answers to any cut or damaged text", () => {
    const whole = JSON.stringify({ tables: [{ ...tableConfig(), migration_settings: settings }] }, null, 2)
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.constantFrom("", "\\", '"', "{", ",", "\u0000", "\uFEFF", "//", "\r"),
        fc.boolean(),
        (at, piece, isCut) => {
          const text = whole.slice(0, at) + piece + (isCut ? "" : whole.slice(at + 1))
          expectComplete(readConfig(text, input).findings, text)
        }
      ),
      { numRuns: 500 }
    )
  })

  it("runs its checks on any target of an action that allows everything", () => {
    const targetSchema = { type: "object" }
    const open = { ...hashAction, targetSchema, validateTarget: compileTargetSchema(targetSchema) }
    fc.assert(
      fc.property(changed(target), fc.dictionary(fc.constantFrom(...Object.keys(target), "x"), odd), (one, other) => {
        for (const target_configuration of [one, other]) {
          const text = JSON.stringify({ tables: [{ ...tableConfig(), target_configuration }] })
          expectComplete(readConfig(text, { ...input, actions: [open] }).findings, text)
        }
      }),
      { numRuns: 500 }
    )
  })
})

describe("checks on little knowledge", () => {
  const bare = { ...tableModel({ columns: ["DOC CLOB"] }), name: "ORDERS" }
  const wishes = [
    {},
    { partition_type: "LIST" },
    { partition_type: "INTERVAL" },
    {
      partition_type: "INTERVAL",
      partition_column: "DOC",
      interval_type: "DAY",
      interval_value: 1,
      subpartition_type: "HASH"
    },
    target,
    { ...target, partition_column: "ORDER_ID" },
    { ...target, subpartition_column: "NOWHERE" },
    { ...target, interval_type: "NUMBER", interval_value: 10 }
  ]
  const everySetting = {
    ...settings,
    delta_sync: "timestamp",
    chunk_rows: 5,
    nologging: true,
    validate_data: true,
    estimated_hours: 1
  }

  it("answer without a snapshot, without the table, and with a table of one LOB", () => {
    const snapshots = [
      null,
      schemaSnapshot({ database: databaseInfo({ tablespaces: [], version: null }) }),
      schemaSnapshot({ tables: [bare] }),
      snapshot
    ]
    for (const one of snapshots) {
      for (const target_configuration of wishes) {
        for (const migration_settings of [{}, everySetting]) {
          const table = { ...tableConfig(), target_configuration, migration_settings }
          const findings = runChecks([{ table: table as TableConfig, path: "/tables/0" }], {
            config: { tables: [table as TableConfig] },
            snapshot: one,
            actions: new Map(),
            checks: coreChecks
          })
          expect(findings.filter(({ code }) => code === "OP116")).toEqual([])
        }
      }
    }
  })
})

describe("readSnapshot on odd files", () => {
  it("answers to any JSON value without an exception", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        const { findings, snapshot: read } = readSnapshot(text, "s.json")
        expectComplete(findings, text)
        expect(read).toBeNull()
      })
    )
  })
})
