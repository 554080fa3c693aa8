// Heap tables of example mixed_scenarios: intervals of minutes, quarters, numbers and days, with and without hash.
import { column, index, lob, primaryKey, tableModel, trigger } from "@orapart/testkit/builders"
import { dates, ids, range, values } from "../column-facts.ts"
import { gigabytes, measure } from "../sizes.ts"

/** The schema of all tables in this example. */
export const owner = "WAREHOUSE"

export const sensorSamples = measure(
  tableModel({
    owner,
    name: "SENSOR_SAMPLES",
    comment: "Cold store temperatures of the last two days.",
    columns: [
      column("SENSOR_ID NUMBER(6) NOT NULL", { statistics: range(1, 1_100) }),
      column("TAKEN_AT TIMESTAMP(3) NOT NULL", {
        statistics: dates("2025-12-30 00:00:00.027", "2025-12-31 23:59:59.964", 118_000_000)
      }),
      column("DEGREES BINARY_FLOAT NOT NULL", { statistics: values(4_100) })
    ],
    indexes: [index("SENSOR_SAMPLES_SENSOR_IX", ["SENSOR_ID", "TAKEN_AT"])]
  }),
  { rows: 190_000_000, averageRowBytes: 20 }
)

export const invoices = measure(
  tableModel({
    owner,
    name: "INVOICES",
    comment: "Supplier invoices since 2021.",
    columns: [
      column("INVOICE_ID NUMBER(12) NOT NULL", { statistics: ids(800_000) }),
      column("INVOICE_DATE DATE NOT NULL", { statistics: dates("2021-01-04", "2025-12-30", 1_290) }),
      column("SUPPLIER_ID NUMBER(8) NOT NULL", { statistics: range(1, 4_200) }),
      column("AMOUNT NUMBER(14,2) NOT NULL", { statistics: range(1, 640_000, 390_000) }),
      column("SCAN BLOB", { statistics: values(0, 610_000) })
    ],
    constraints: [primaryKey("INVOICES_PK", "INVOICE_ID")],
    indexes: [
      index("INVOICES_DATE_IX", "INVOICE_DATE"),
      index("INVOICES_SUPPLIER_IX", ["SUPPLIER_ID", "INVOICE_DATE"])
    ],
    lobs: [lob("SCAN", { isInRow: false, bytes: gigabytes(6) })]
  }),
  { rows: 800_000, averageRowBytes: 46 }
)

export const batchResults = measure(
  tableModel({
    owner,
    name: "BATCH_RESULTS",
    comment: "Results of packing batches, numbered without gaps.",
    columns: [
      column("BATCH_ID NUMBER(12) NOT NULL", { statistics: range(1_000_001, 3_400_000) }),
      column("LINE_ID NUMBER(4) NOT NULL", { statistics: range(1, 3) }),
      column("RESULT VARCHAR2(200) NOT NULL", { statistics: values(52_000) })
    ],
    constraints: [primaryKey("BATCH_RESULTS_PK", ["BATCH_ID", "LINE_ID"])]
  }),
  { rows: 4_800_000, averageRowBytes: 44 }
)

const touch = "BEGIN\n  :NEW.LAST_CHANGED := SYSTIMESTAMP;\nEND;"

export const priceChanges = measure(
  tableModel({
    owner,
    name: "PRICE_CHANGES",
    comment: "Prices as they change; corrected during the day, never deleted.",
    columns: [
      column("CHANGE_ID NUMBER(12) NOT NULL", { statistics: ids(22_000_000) }),
      column("VALID_FROM DATE NOT NULL", { statistics: dates("2025-01-01", "2025-12-31", 365) }),
      column("ARTICLE_ID NUMBER(8) NOT NULL", { statistics: range(1, 61_000) }),
      column("PRICE NUMBER(10,2) NOT NULL", { statistics: range(0, 3_900, 41_000) }),
      column("LAST_CHANGED TIMESTAMP(6) NOT NULL", {
        statistics: dates("2025-01-01 03:12:00", "2026-01-03 21:40:12", 21_800_000)
      })
    ],
    constraints: [primaryKey("PRICE_CHANGES_PK", "CHANGE_ID")],
    indexes: [
      index("PRICE_CHANGES_ARTICLE_IX", ["ARTICLE_ID", "VALID_FROM"]),
      index("PRICE_CHANGES_CHANGED_IX", "LAST_CHANGED")
    ],
    triggers: [trigger("PRICE_CHANGES_TOUCH", { body: touch })]
  }),
  { rows: 22_000_000, averageRowBytes: 40 }
)
