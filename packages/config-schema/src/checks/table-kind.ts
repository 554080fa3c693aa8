// Is it a table that can be partitioned and copied at all?
import { defineCheck, type TableKind } from "@orapart/contract"
import { tableName } from "../facts/wishes.ts"

const reasons: { readonly [kind in Exclude<TableKind, "heap">]: string } = {
  "index-organized": "Oracle allows neither interval nor composite partitioning on an index-organized table.",
  clustered: "Oracle does not partition a table in a cluster.",
  "global-temporary": "Oracle does not partition a temporary table (ORA-14451).",
  external: "Its rows are in files outside the database.",
  "hybrid-partitioned": "It has external partitions and cannot have subpartitions.",
  "nested-table-storage": "It holds a nested table column of another table and lives and dies with that table.",
  "materialized-view-container":
    "It is the storage of a materialized view, which is rebuilt with CREATE MATERIALIZED VIEW.",
  "object-table": "Its rows have object identifiers, which a copy does not keep.",
  "queue-table": "Advanced Queuing creates, alters and drops it.",
  blockchain: "Rows of a blockchain or immutable table must not be moved or dropped."
}

export const tableKind = defineCheck({
  code: "OP121",
  slug: "table-kind",
  title: "The table is of a kind that cannot be repartitioned",
  severity: "error",
  rules: ["V07"],
  run: (context) => {
    const kind = context.source?.kind ?? "heap"
    if (kind === "heap") return []
    return [
      {
        at: "/table_name",
        what: `${tableName(context)} is of the kind ${kind}; only heap tables can be repartitioned.`,
        why: reasons[kind],
        advice: 'Set "enabled": false for it.',
        evidence: { kind }
      }
    ]
  }
})
