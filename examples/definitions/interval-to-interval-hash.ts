// Example interval_to_interval_hash: three interval-partitioned tables get hash subpartitions, with and without a new interval.
import {
  column,
  databaseInfo,
  grants,
  index,
  intervalPartitioning,
  intervalPartitions,
  interval,
  primaryKey,
  schemaSnapshot,
  tableModel
} from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "./column-facts.ts"
import type { Example } from "./example.ts"
import { entry, exampleConfig, schemaFolder } from "./example.ts"
import { gigabytes, measure, spread } from "./sizes.ts"
import { every, hash, onDate, placed } from "./wishes.ts"

const owner = "BILLING"

const paymentRows = spread(80_000_000, 48)

const payments = measure(
  tableModel({
    owner,
    name: "PAYMENTS",
    comment: "Payments received.",
    columns: [
      column("PAYMENT_ID NUMBER(12) NOT NULL", { statistics: ids(80_000_000) }),
      column("CUSTOMER_ID NUMBER(10) NOT NULL", { statistics: range(1, 6_400_000) }),
      column("PAID_AT DATE NOT NULL", { statistics: dates("2022-01-01 00:01:13", "2025-12-31 23:59:02", 61_000_000) }),
      column("METHOD VARCHAR2(12) NOT NULL", { statistics: values(7) }),
      column("AMOUNT NUMBER(12,2) NOT NULL", { statistics: range(1, 18_000, 960_000) }),
      column("REFERENCE VARCHAR2(140 CHAR)", { statistics: values(71_000_000, 2_400_000) })
    ],
    partitioning: intervalPartitioning("PAID_AT", "MONTH", "2022-01-01", {
      partitions: intervalPartitions("2022-01-01", "2026-01-01", "MONTH", {
        firstNumber: 610,
        rowCount: (at) => paymentRows[at] ?? 0
      })
    }),
    constraints: [primaryKey("PAYMENTS_PK", "PAYMENT_ID")],
    indexes: [
      index("PAYMENTS_PK", "PAYMENT_ID", {
        isUnique: true,
        partitioning: { type: "global-hash", columns: ["PAYMENT_ID"], partitions: 8 }
      }),
      index("PAYMENTS_CUSTOMER_IX", ["CUSTOMER_ID", "PAID_AT"], { partitioning: "local" })
    ],
    grants: grants("BILLING_APP", "SELECT", "INSERT")
  }),
  { rows: 80_000_000, averageRowBytes: 118 }
)

const callRows = spread(270_000_000, 90)

const callRecords = measure(
  tableModel({
    owner,
    name: "CALL_RECORDS",
    comment: "Calls of the last 90 days.",
    columns: [
      column("CALL_ID NUMBER(15) NOT NULL", { statistics: range(9_100_000_001, 9_370_000_000) }),
      column("SUBSCRIBER_ID NUMBER(10) NOT NULL", { statistics: range(1, 4_800_000) }),
      column("STARTED_AT TIMESTAMP(3) NOT NULL", {
        statistics: dates("2025-10-03 00:00:00.114", "2025-12-31 23:59:59.871", 266_000_000)
      }),
      column("SECONDS NUMBER(6) NOT NULL", { statistics: range(0, 14_400, 9_300) }),
      column("CELL_ID NUMBER(8)", { statistics: withNulls(range(1, 22_000), 310_000) })
    ],
    partitioning: intervalPartitioning("STARTED_AT", "DAY", "2025-01-01", {
      partitions: intervalPartitions("2025-10-03", "2026-01-01", "DAY", {
        firstNumber: 2940,
        rowCount: (at) => callRows[at] ?? 0
      })
    }),
    constraints: [primaryKey("CALL_RECORDS_PK", ["CALL_ID", "STARTED_AT"])],
    indexes: [
      index("CALL_RECORDS_PK", ["CALL_ID", "STARTED_AT"], { isUnique: true, partitioning: "local" }),
      index("CALL_RECORDS_SUBSCRIBER_IX", ["SUBSCRIBER_ID", "STARTED_AT"], { partitioning: "local" })
    ],
    storage: { compressFor: "ADVANCED", isRowMovementEnabled: true },
    grants: grants("BILLING_APP", "SELECT", "INSERT")
  }),
  { rows: 270_000_000, averageRowBytes: 46 }
)

const readingRows = spread(5_200_000, 52)

const meterReadings = measure(
  tableModel({
    owner,
    name: "METER_READINGS",
    comment: "Readings of gas and power meters.",
    columns: [
      column("READING_ID NUMBER(12) NOT NULL", { statistics: ids(5_200_000) }),
      column("METER_ID NUMBER(10) NOT NULL", { statistics: range(1, 100_000) }),
      column("READ_AT DATE NOT NULL", { statistics: dates("2025-01-06 00:00:00", "2026-01-04 23:45:00", 34_900) }),
      column("VALUE NUMBER(14,3) NOT NULL", { statistics: range(0, 990_000, 3_100_000) }),
      column("SOURCE CHAR(1) DEFAULT 'A' NOT NULL", { statistics: values(3) })
    ],
    partitioning: intervalPartitioning("READ_AT", interval("DAY", 7), "2025-01-06", {
      partitions: intervalPartitions("2025-01-06", "2026-01-05", interval("DAY", 7), {
        firstNumber: 3310,
        rowCount: (at) => readingRows[at] ?? 0
      })
    }),
    constraints: [primaryKey("METER_READINGS_PK", "READING_ID")],
    indexes: [index("METER_READINGS_METER_IX", ["METER_ID", "READ_AT"], { partitioning: "local" })]
  }),
  { rows: 5_200_000, averageRowBytes: 34 }
)

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo({ cpuCount: 32, tablespaces: [{ name: "USERS", freeBytes: gigabytes(256), bigfile: true }] }),
  tables: [callRecords, meterReadings, payments]
})

/** Interval tables that get hash subpartitions. */
export const intervalToIntervalHash: Example = {
  folder: "interval_to_interval_hash",
  snapshot,
  config: exampleConfig(snapshot, [
    entry(payments, {
      action: "convert_interval_to_interval_hash",
      target: { ...every("MONTH", "PAID_AT", onDate("2022-01-01")), ...hash("PAYMENT_ID", 16), ...placed(8) },
      settings: {
        estimated_hours: 2.5,
        priority: "HIGH",
        index_overrides: { PAYMENTS_PK: { global_hash_partitions: 16 } }
      }
    }),
    entry(callRecords, {
      action: "add_hash_subpartitions",
      target: { ...hash("SUBSCRIBER_ID", 8), ...placed(8) },
      settings: { estimated_hours: 3.5 }
    }),
    entry(meterReadings, {
      action: "convert_interval_to_interval_hash",
      target: { ...every("MONTH", "READ_AT", onDate("2025-01-01")), ...hash("METER_ID", 8), ...placed(4) },
      settings: { estimated_hours: 0.3, priority: "LOW" }
    })
  ])
}
