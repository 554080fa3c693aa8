import { copySwap } from "@orapart/strategy-copy-swap"
import { templatesDirectory } from "@orapart/templates"
import { column, intervalPartitioning, primaryKey, tableModel } from "@orapart/testkit/builders"
import { describeAction } from "@orapart/testkit/describe-action"
import { archiveFirstAction } from "../src/index.ts"

const folder = (path: string): URL => new URL(path, import.meta.url)

const invoices = (given: Parameters<typeof tableModel>[0] = {}) =>
  tableModel({
    owner: "SALES",
    name: "INVOICES",
    columns: [
      "INVOICE_ID NUMBER(12) NOT NULL",
      column("ISSUED_ON DATE NOT NULL", { statistics: { low: "2022-01-02 08:15:00", high: "2025-12-30 17:40:00" } })
    ],
    constraints: [primaryKey("INVOICES_PK", "INVOICE_ID")],
    ...given
  })

const wishes = {
  partition_type: "INTERVAL",
  partition_column: "ISSUED_ON",
  interval_type: "MONTH",
  interval_value: 1,
  archive_table: "INVOICES_ARCHIVE",
  archive_before: "2024-01-01"
}

// Everything that an action promises: see the README of @orapart/testkit. `npx vitest run -u` rewrites the golden files.
describeAction(archiveFirstAction, {
  strategies: [copySwap],
  strategyTemplates: [templatesDirectory],
  templates: folder("../templates/"),
  golden: folder("golden/"),
  page: folder("../pages/acme_archive_first.md"),
  misshapen: {
    "a day that no calendar has": { ...wishes, archive_before: "2024-13-01" },
    "no archive table": { ...wishes, archive_table: "" }
  },
  cases: [
    { name: "invoices by month", source: invoices(), wishes, expected: "accepted" },
    {
      name: "a partitioned table",
      source: invoices({ partitioning: intervalPartitioning("ISSUED_ON", "MONTH", "2024-01-01") }),
      wishes,
      expected: { refused: ["OP201"] }
    },
    {
      name: "rows that may change meanwhile",
      source: invoices(),
      wishes,
      settings: { delta_sync: "timestamp", delta_column: "ISSUED_ON" },
      expected: { refused: ["ACME101"] }
    }
  ]
})
