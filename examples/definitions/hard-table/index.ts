// Example hard_table: everything that copy_swap carries, in one table and three that hold what Oracle forbids beside it.
import { databaseInfo, schemaSnapshot } from "@orapart/testkit/builders"
import type { Example } from "../example.ts"
import { entry, exampleConfig, schemaFolder } from "../example.ts"
import { gigabytes } from "../sizes.ts"
import { every, hash, onDate } from "../wishes.ts"
import { archive } from "./archive.ts"
import { deliveries } from "./deliveries.ts"
import { orders, owner } from "./orders.ts"
import { positions } from "./positions.ts"

const tablespaces = ["DATEN3", "Daten 1", "Daten 2", "USERS"]

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo({
    tablespaces: tablespaces.map((name) => ({ name, freeBytes: gigabytes(96), bigfile: true }))
  }),
  tables: [archive, deliveries, orders, positions],
  usedNames: { [owner]: { objects: ["Aufträge_INT"] } }
})

/** One hard table, and beside it what a table can have only once. */
export const hardTable: Example = {
  folder: "hard_table",
  snapshot,
  config: exampleConfig(snapshot, [
    entry(orders, {
      action: "add_interval_hash_partitioning",
      target: {
        ...every("MONTH", "gebucht am", onDate("2024-01-01")),
        ...hash("Auftrag Nr", 8),
        tablespace: "Daten 1",
        parallel_degree: 4
      },
      settings: { priority: "HIGH", index_overrides: { LAGER_IX: { global_hash_partitions: 4 } } }
    }),
    entry(positions, {
      action: "convert_to_interval_hash",
      // No first bound: the explicit partition comes back, and with it the tablespaces of partitions and subpartitions.
      target: {
        partition_column: "Auftrag Tag",
        interval_type: "MONTH",
        interval_value: 1,
        ...hash("Auftrag Nr", 16),
        parallel_degree: 4
      },
      settings: { delta_sync: "timestamp", delta_column: "CHANGED_AT", chunk_rows: 2_000_000 }
    }),
    entry(deliveries, {
      action: "convert_to_interval_hash",
      target: { ...every("NUMBER", "Lauf Nr", 1, 500_000), ...hash("PARCEL", 4), parallel_degree: 2 }
    }),
    entry(archive, {
      action: "convert_to_interval_hash",
      target: { ...every("YEAR", "TAG", onDate("2019-01-01")), ...hash("ID", 4), parallel_degree: 2 }
    })
  ])
}
