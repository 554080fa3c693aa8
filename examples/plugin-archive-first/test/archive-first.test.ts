import { readFileSync } from "node:fs"
import type { CheckContext, SchemaSnapshot, TableConfig, TableModel } from "@orapart/contract"
import { runCheck } from "@orapart/contract"
import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import { column, databaseInfo, primaryKey, tableModel } from "@orapart/testkit/builders"
import { describeAction } from "@orapart/testkit/describe-action"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { archiveNameTaken } from "../src/checks/archive-name-taken.ts"
import { archiveFirst } from "../src/index.ts"

const invoices = (given: Parameters<typeof tableModel>[0] = {}): TableModel =>
  tableModel({
    owner: "SALES",
    name: "INVOICES",
    columns: [
      "INVOICE_ID NUMBER(12) NOT NULL",
      column("ISSUED_ON DATE NOT NULL", { statistics: { low: "2014-01-02 08:15:00", high: "2025-12-30 17:40:00" } }),
      "SEEN_AT TIMESTAMP(6) WITH TIME ZONE",
      "REMARK VARCHAR2(400)"
    ],
    constraints: [primaryKey("INVOICES_PK", "INVOICE_ID")],
    ...given
  })

const wishes = {
  partition_type: "INTERVAL",
  partition_column: "ISSUED_ON",
  interval_type: "MONTH",
  interval_value: 1,
  archive_table: "INVOICES_ARCH_2018",
  archive_before: "2019-01-01"
}

const entry = (more: Partial<TableConfig> = {}): TableConfig => ({
  owner: "SALES",
  table_name: "INVOICES",
  migration_action: archiveFirst.id,
  target_configuration: wishes,
  ...more
})

const folder = (path: string): URL => new URL(path, import.meta.url)

describeAction(archiveFirst, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  templates: folder("../templates/"),
  golden: folder("expected/"),
  page: folder("../pages/acme_archive_first.md"),
  misshapen: {
    "no archive table": { ...wishes, archive_table: "" },
    "a day that no calendar has": { ...wishes, archive_before: "2019-13-01" },
    "an unknown key": { ...wishes, archive_after: "2019-01-01" }
  },
  cases: [
    { name: "invoices by month", source: invoices(), wishes, expected: "accepted" },
    {
      name: "an archive elsewhere",
      source: invoices(),
      wishes: { ...wishes, archive_tablespace: "ARCHIVE" },
      expected: "accepted"
    },
    {
      name: "nothing old enough",
      source: invoices(),
      wishes: { ...wishes, archive_before: "2001-01-01" },
      expected: "accepted",
      notes: ["ACME103"]
    },
    {
      name: "a column with a time zone",
      source: invoices(),
      wishes: { ...wishes, archive_column: "SEEN_AT" },
      expected: { refused: ["ACME102"] }
    },
    {
      name: "the retained table as archive",
      source: invoices(),
      wishes: { ...wishes, archive_table: "INVOICES_OLD" },
      expected: { refused: ["ACME101"] }
    }
  ]
})

const context = (table: TableConfig, more: Partial<CheckContext> = {}): CheckContext => ({
  config: { tables: [table] },
  table,
  path: "/tables/0",
  source: invoices(),
  database: databaseInfo(),
  ...more
})

const snapshotWith = (objects: ReadonlyArray<string>): SchemaSnapshot => ({
  snapshotVersion: 1,
  takenAt: null,
  database: databaseInfo(),
  tables: [invoices()],
  usedNames: { SALES: { objects, indexes: [], constraints: [], triggers: [] } }
})

describe("the name of the archive", () => {
  const codes = (given: CheckContext) => runCheck(archiveNameTaken, given).map(({ code, path }) => `${code} ${path}`)

  it("is refused when the schema has it, for whatever kind of object", () => {
    expect(codes(context(entry(), { snapshot: snapshotWith(["INVOICES_ARCH_2018"]) }))).toEqual([
      "ACME101 /tables/0/target_configuration/archive_table"
    ])
    expect(codes(context(entry(), { snapshot: snapshotWith(["INVOICES_ARCH_2017"]) }))).toEqual([])
  })

  it("is refused when two entries archive to it", () => {
    const [one, two] = [entry(), entry({ table_name: "CREDITS" })]
    expect(codes(context(one, { config: { tables: [one, two] } }))).toHaveLength(1)
  })
})

describe("the archive step", () => {
  const planSteps = (source: TableModel, more: object = {}) => {
    const table = entry({ target_configuration: { ...wishes, ...more } })
    const input = { table, source, target: source, database: databaseInfo() }
    return archiveFirst.extraSteps?.(input) ?? Effect.succeed([])
  }

  it("stands between the ledger and the first copied row, and master1 calls it", () => {
    const [step] = Effect.runSync(planSteps(invoices()))
    expect(step).toMatchObject({
      number: 15,
      master: 1,
      restart: "revert-first",
      revert: { kind: "script", loses: "nothing" }
    })
  })

  it("is refused with the code of the check when nobody ran the checks", () => {
    const { reason } = Effect.runSync(Effect.flip(planSteps(invoices(), { archive_column: "SEEN_AT" }))) as {
      readonly reason: { readonly _tag: string; readonly findings?: ReadonlyArray<{ readonly code: string }> }
    }
    expect([reason._tag, reason.findings?.map(({ code }) => code)]).toEqual(["Refused", ["ACME102"]])
  })

  it("drops nothing but what the ledger knows as its own, and only when no row is lost", () => {
    const undo = readFileSync(folder("expected/invoices-by-month/rollback/15_undo_archive_old_rows.sql"), "utf8")
    const drops = [...undo.matchAll(/run\('DROP TABLE [^']+'\)/gu)].map(({ index }) => undo.slice(0, index))
    expect(drops).toHaveLength(2)
    expect(drops[0]).toMatch(/IF l_orphan = 1 AND l_lost = 0 THEN\s*$/u)
    expect(drops[1]).toMatch(/= noted\('archive-id'\) THEN[\s\S]*IF l_lost = 0 THEN\s*$/u)
    expect(undo).not.toMatch(/PURGE|CASCADE/u)
  })
})
