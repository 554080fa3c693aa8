// Example nonpartitioned_to_interval_hash: three heap tables bound by foreign keys; the referenced one goes first.
import {
  check,
  childForeignKey,
  column,
  databaseInfo,
  dependent,
  foreignKey,
  grants,
  index,
  notNull,
  primaryKey,
  schemaSnapshot,
  synonym,
  tableModel,
  unique
} from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "./column-facts.ts"
import type { Example } from "./example.ts"
import { entry, exampleConfig, schemaFolder } from "./example.ts"
import { gigabytes, measure } from "./sizes.ts"
import { every, hash, onDate, onTimestamp, placed } from "./wishes.ts"

const owner = "SHOP"
const appGrants = grants("SHOP_APP", "SELECT", "INSERT", "UPDATE", "DELETE")

const orders = measure(
  tableModel({
    owner,
    name: "ORDERS",
    comment: "Orders of the web shop.",
    columns: [
      column("ORDER_ID NUMBER(12) NOT NULL", { statistics: ids(240_000_000) }),
      column("CUSTOMER_ID NUMBER(10) NOT NULL", { statistics: range(1, 26_000_000) }),
      column("PLACED_AT DATE NOT NULL", {
        statistics: dates("2024-01-01 00:00:31", "2025-12-31 23:59:40", 58_000_000)
      }),
      column("STATUS VARCHAR2(12) DEFAULT 'OPEN' NOT NULL", { statistics: values(5) }),
      column("TOTAL NUMBER(12,2)", { statistics: range(1, 9_900, 880_000) })
    ],
    constraints: [
      primaryKey("ORDERS_PK", "ORDER_ID"),
      check("ORDERS_STATUS_CK", `"STATUS" IN ('OPEN', 'PAID', 'SENT', 'BACK', 'VOID')`),
      notNull("ORDERS_PLACED_NN", "PLACED_AT")
    ],
    childForeignKeys: [
      childForeignKey({
        table: "ORDER_LINES",
        name: "ORDER_LINES_ORDER_FK",
        columns: ["ORDER_ID"],
        referencedConstraint: "ORDERS_PK",
        deleteRule: "CASCADE"
      }),
      childForeignKey({
        table: "SHIPMENTS",
        name: "SHIPMENTS_ORDER_FK",
        columns: ["ORDER_ID"],
        referencedConstraint: "ORDERS_PK"
      })
    ],
    indexes: [index("ORDERS_CUSTOMER_IX", ["CUSTOMER_ID", "PLACED_AT DESC"]), index("ORDERS_PLACED_IX", "PLACED_AT")],
    grants: appGrants,
    synonyms: [synonym("SHOP_ORDERS")],
    dependents: [dependent("V_OPEN_ORDERS"), dependent("ORDER_DESK", { type: "PACKAGE BODY" })]
  }),
  { rows: 240_000_000, averageRowBytes: 42 }
)

const orderLines = measure(
  tableModel({
    owner,
    name: "ORDER_LINES",
    comment: "Lines of the orders.",
    columns: [
      column("ORDER_ID NUMBER(12) NOT NULL", { statistics: ids(240_000_000) }),
      column("LINE_NO NUMBER(4) NOT NULL", { statistics: range(1, 38) }),
      column("CREATED_AT DATE DEFAULT SYSDATE NOT NULL", {
        statistics: dates("2024-01-01 00:00:31", "2025-12-31 23:59:40", 58_000_000)
      }),
      column("PRODUCT_ID NUMBER(8) NOT NULL", { statistics: range(1, 42_000) }),
      column("QUANTITY NUMBER(6) NOT NULL", { statistics: range(1, 400, 120) }),
      column("PRICE NUMBER(10,2) NOT NULL", { statistics: range(0, 4_900, 38_000) }),
      column("REMARK VARCHAR2(400 CHAR)", { statistics: values(6_100_000, 940_000_000) })
    ],
    constraints: [
      primaryKey("ORDER_LINES_PK", ["ORDER_ID", "LINE_NO"]),
      foreignKey("ORDER_LINES_ORDER_FK", "ORDER_ID", { table: "ORDERS" }, { deleteRule: "CASCADE" })
    ],
    indexes: [index("ORDER_LINES_PRODUCT_IX", "PRODUCT_ID"), index("ORDER_LINES_CREATED_IX", "CREATED_AT")],
    grants: appGrants,
    dependents: [dependent("ORDER_DESK", { type: "PACKAGE BODY" })]
  }),
  { rows: 1_000_000_000, averageRowBytes: 38 }
)

const shipments = measure(
  tableModel({
    owner,
    name: "SHIPMENTS",
    comment: "Parcels on their way.",
    columns: [
      column("SHIPMENT_ID NUMBER(12) NOT NULL", { statistics: ids(260_000_000) }),
      column("ORDER_ID NUMBER(12) NOT NULL", { statistics: { ...ids(240_000_000), distinctCount: 231_000_000 } }),
      column("HANDED_OVER_AT TIMESTAMP(6) NOT NULL", {
        statistics: dates("2024-01-02 05:10:44", "2025-12-31 19:55:03", 259_000_000)
      }),
      column("TRACKING_CODE VARCHAR2(40)", { statistics: values(258_000_000, 2_000_000) }),
      column("DELIVERED_AT TIMESTAMP(6)", {
        statistics: withNulls(dates("2024-01-03 08:00:11", "2025-12-31 18:11:09", 251_000_000), 6_000_000)
      })
    ],
    constraints: [
      primaryKey("SHIPMENTS_PK", "SHIPMENT_ID"),
      unique("SHIPMENTS_TRACKING_UK", "TRACKING_CODE"),
      foreignKey("SHIPMENTS_ORDER_FK", "ORDER_ID", { table: "ORDERS" })
    ],
    indexes: [index("SHIPMENTS_ORDER_IX", "ORDER_ID"), index("SHIPMENTS_HANDED_OVER_IX", "HANDED_OVER_AT")],
    grants: appGrants
  }),
  { rows: 260_000_000, averageRowBytes: 58 }
)

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo({ cpuCount: 32, tablespaces: [{ name: "USERS", freeBytes: gigabytes(640), bigfile: true }] }),
  tables: [orderLines, orders, shipments],
  usedNames: { SHOP: { objects: ["ORDERS_SEQ", "SHIPMENTS_SEQ", "PRODUCTS", "CUSTOMERS"] } }
})

/** Heap tables that become interval-hash partitioned. */
export const nonpartitionedToIntervalHash: Example = {
  folder: "nonpartitioned_to_interval_hash",
  snapshot,
  config: exampleConfig(snapshot, [
    entry(orders, {
      action: "add_interval_hash_partitioning",
      target: { ...every("MONTH", "PLACED_AT", onDate("2024-01-01")), ...hash("ORDER_ID", 8), ...placed(16) },
      settings: { estimated_hours: 2.8, priority: "HIGH" }
    }),
    entry(orderLines, {
      action: "add_interval_hash_partitioning",
      target: { ...every("DAY", "CREATED_AT", onDate("2024-01-01")), ...hash("ORDER_ID", 4), ...placed(16) },
      settings: { estimated_hours: 9.5, priority: "HIGH", chunk_rows: 25_000_000 }
    }),
    entry(shipments, {
      action: "add_interval_hash_partitioning",
      target: {
        ...every("WEEK", "HANDED_OVER_AT", onTimestamp("2024-01-01")),
        ...hash("SHIPMENT_ID", 8),
        ...placed(16)
      },
      settings: { estimated_hours: 4.1 }
    })
  ])
}
