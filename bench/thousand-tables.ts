// The big set that speed, lint and grammar are measured on: many tables of 12 columns, 4 indexes, keys and grants.
// Half of them are not partitioned yet, half are interval tables. Nothing here is random: the same count gives the same bytes.
import {
  check,
  column,
  columnStatistics,
  foreignKey,
  grant,
  grants,
  index,
  intervalPartitioning,
  intervalPartitions,
  primaryKey,
  schemaSnapshot,
  tableConfig,
  tableModel,
  unique,
  uniqueIndex
} from "@orapart/testkit/builders"
import type { TableConfig, TableModel } from "@orapart/testkit/builders"

/** A config and the snapshot beside it, as files hold them. */
export interface BigSet {
  readonly configText: string
  readonly snapshotText: string
}

const owner = "SALES"
const numberOf = (position: number): string => String(position).padStart(5, "0")
const nameOf = (position: number): string => `ORDER_BOOK_${numberOf(position)}`

const columnsOf = (rows: number) => [
  column("ORDER_ID NUMBER(18) NOT NULL", {
    statistics: columnStatistics({ distinctCount: rows, low: "1", high: String(rows) })
  }),
  column("LINE_NO NUMBER(6) NOT NULL"),
  column("CUSTOMER_ID NUMBER(12) NOT NULL"),
  column("ORDER_DATE DATE NOT NULL", {
    statistics: columnStatistics({ distinctCount: 365, low: "2024-01-01 00:00:00", high: "2024-12-31 23:59:59" })
  }),
  "ORDER_REF VARCHAR2(40) NOT NULL",
  "STATUS VARCHAR2(20) DEFAULT 'OPEN'",
  "CHANNEL CHAR(3)",
  "AMOUNT NUMBER(12,2)",
  "TAX NUMBER(12,2)",
  "CURRENCY CHAR(3) DEFAULT 'EUR'",
  "REMARK VARCHAR2(4000)",
  "CHANGED_AT TIMESTAMP(6)"
]

const tableAt = (position: number): TableModel => {
  const name = nameOf(position)
  const rows = 1_000_000 + position
  const isInterval = position % 2 === 1
  const parent = position - 2
  return tableModel({
    owner,
    name,
    columns: columnsOf(rows),
    constraints: [
      primaryKey(`${name}_PK`, ["ORDER_ID", "LINE_NO", "ORDER_DATE"]),
      unique(`${name}_REF_UK`, "ORDER_REF"),
      check(`${name}_AMOUNT_CK`, "AMOUNT >= 0"),
      foreignKey(`${name}_CUSTOMER_FK`, "CUSTOMER_ID", { owner, table: "CUSTOMERS" }),
      ...(parent < 0
        ? []
        : [
            foreignKey(`${name}_PREVIOUS_FK`, "ORDER_REF", {
              owner,
              table: nameOf(parent),
              constraint: `${nameOf(parent)}_REF_UK`
            })
          ])
    ],
    indexes: [
      uniqueIndex(`${name}_CHANNEL_UX`, ["CHANNEL", "ORDER_ID", "LINE_NO"]),
      index(`${name}_CUSTOMER_IX`, "CUSTOMER_ID"),
      index(`${name}_DATE_IX`, ["ORDER_DATE", "STATUS"]),
      index(`${name}_STATUS_IX`, "STATUS")
    ],
    grants: [
      ...grants("SALES_APP", "SELECT", "INSERT", "UPDATE", "DELETE"),
      grant("SALES_REPORT", "SELECT", { isGrantable: true })
    ],
    statistics: { rowCount: rows, averageRowBytes: 140, lastAnalyzed: "2025-01-05T22:00:00Z" },
    partitioning: isInterval
      ? intervalPartitioning("ORDER_DATE", "MONTH", "2024-01-01", {
          partitions: intervalPartitions("2024-01-01", "2025-01-01", "MONTH", { rowCount: 80_000, bytes: 14_000_000 })
        })
      : null
  })
}

const wishesAt = (position: number): TableConfig =>
  tableConfig({
    enabled: true,
    owner,
    table_name: nameOf(position),
    migration_action: position % 2 === 1 ? "convert_interval_to_interval_hash" : "add_interval_hash_partitioning",
    target_configuration: { interval_type: "MONTH", initial_partition_value: "TO_DATE('2024-01-01', 'YYYY-MM-DD')" }
  })

/** The config and the snapshot of `count` tables. */
export const makeBigSet = (count: number): BigSet => {
  const tables = Array.from({ length: count }, (_, position) => tableAt(position))
  const snapshot = schemaSnapshot({ tables })
  const config = { metadata: { schema: owner }, tables: tables.map((_, position) => wishesAt(position)) }
  return { configText: JSON.stringify(config, null, 2), snapshotText: JSON.stringify(snapshot) }
}
