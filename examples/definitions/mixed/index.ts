// Example mixed_scenarios: every action, every kind of source, every interval unit, and the rarer settings.
import { databaseInfo, schemaSnapshot } from "@orapart/testkit/builders"
import type { Example } from "../example.ts"
import { entry, exampleConfig, schemaFolder } from "../example.ts"
import { gigabytes } from "../sizes.ts"
import { every, hash, onDate, onTimestamp, placed } from "../wishes.ts"
import { batchResults, invoices, priceChanges, sensorSamples } from "./heaps.ts"
import { customerNotes, pickTasks, shipments, stockMoves, supplierOrders } from "./partitioned.ts"

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo({
    version: { major: 12, minor: 2 },
    compatible: "12.2.0",
    cpuCount: 8,
    tablespaces: [
      { name: "USERS", freeBytes: gigabytes(192), bigfile: true },
      { name: "WH_DATA_1", freeBytes: gigabytes(64), bigfile: true },
      { name: "WH_DATA_2", freeBytes: gigabytes(64), bigfile: true }
    ]
  }),
  tables: [
    batchResults,
    customerNotes,
    invoices,
    pickTasks,
    priceChanges,
    sensorSamples,
    shipments,
    stockMoves,
    supplierOrders
  ],
  usedNames: { WAREHOUSE: { objects: ["MOVE_SEQ", "STOCK_MOVES_INT", "TASK_SEQ"] } }
})

const heapEntries = [
  entry(sensorSamples, {
    action: "add_interval_partitioning",
    target: { ...every("MINUTE", "TAKEN_AT", onTimestamp("2025-12-30"), 15), ...placed(2) },
    settings: { estimated_hours: 1.5, nologging: true, drop_old_after_days: 0, backup_old_table: false }
  }),
  entry(invoices, {
    action: "add_interval_partitioning",
    target: { ...every("QUARTER", "INVOICE_DATE", onDate("2021-01-01")), ...placed(4) },
    settings: { chunk_rows: 200_000, drop_old_after_days: 30 }
  }),
  entry(batchResults, {
    action: "add_interval_partitioning",
    target: { ...every("NUMBER", "BATCH_ID", 1_000_000, 100_000), ...placed(4) },
    settings: { priority: "LOW" }
  }),
  entry(priceChanges, {
    action: "add_interval_hash_partitioning",
    target: { ...every("MONTH", "VALID_FROM", onDate("2025-01-01")), ...hash("CHANGE_ID", 4), ...placed(4) },
    settings: { priority: "HIGH", delta_sync: "timestamp", delta_column: "LAST_CHANGED" }
  })
]

const partitionedEntries = [
  entry(shipments, {
    action: "add_hash_subpartitions",
    target: { ...every("MONTH", "LEFT_AT", onDate("2024-01-01")), ...hash("SHIPMENT_ID", 8), ...placed(4) },
    settings: { priority: "HIGH" }
  }),
  entry(stockMoves, {
    action: "convert_to_interval_hash",
    target: {
      ...every("MONTH", "MOVED_AT", onDate("2024-01-01")),
      ...hash("MOVE_ID", 8),
      ...placed(8, "WH_DATA_1"),
      store_in: ["WH_DATA_1", "WH_DATA_2"]
    },
    settings: { estimated_hours: 0.7 }
  }),
  entry(customerNotes, {
    action: "convert_to_interval_hash",
    target: { ...every("YEAR", "WRITTEN_ON", onDate("2019-01-01")), ...hash("NOTE_ID", 4), ...placed(2) },
    settings: {
      names: { interim: "CUSTOMER_NOTES_BY_YEAR", retained: "CUSTOMER_NOTES_BY_REGION" },
      validate_data: false
    }
  }),
  entry(pickTasks, {
    action: "convert_to_interval_hash",
    target: { ...every("WEEK", "PLANNED_FOR", onDate("2024-01-01")), ...hash("TASK_ID", 8), ...placed(4) },
    settings: { estimated_hours: 2.2, index_overrides: { PICK_TASKS_PICKER_IX: "LOCAL" } }
  }),
  entry(supplierOrders, {
    action: "convert_to_interval_hash",
    target: { ...every("QUARTER", "ORDERED_ON", onDate("2021-01-01")), ...hash("SUPPLIER_ID", 4), ...placed(4) },
    settings: { index_overrides: { SUPPLIER_ORDERS_PK: { global_hash_partitions: 8 } }, ddl_lock_timeout_seconds: 20 }
  })
]

/** Nine tables of a warehouse. */
export const mixedScenarios: Example = {
  folder: "mixed_scenarios",
  snapshot,
  config: exampleConfig(snapshot, [...heapEntries, ...partitionedEntries])
}
