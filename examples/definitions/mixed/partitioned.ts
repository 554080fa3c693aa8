// Partitioned tables of example mixed_scenarios: interval, range, list, hash and composite sources.
import {
  bound,
  column,
  hashSubpartitioning,
  index,
  intervalPartitioning,
  intervalPartitions,
  lob,
  partition,
  partitioning,
  primaryKey,
  rangePartitions,
  tableModel
} from "@orapart/testkit/builders"
import { dates, ids, range, values } from "../column-facts.ts"
import { gigabytes, measure, spread } from "../sizes.ts"
import { owner } from "./heaps.ts"

const shipmentRows = spread(30_000_000, 24)

export const shipments = measure(
  tableModel({
    owner,
    name: "SHIPMENTS",
    comment: "Outgoing pallets, by month.",
    columns: [
      column("SHIPMENT_ID NUMBER(12) NOT NULL", { statistics: ids(30_000_000) }),
      column("LEFT_AT DATE NOT NULL", { statistics: dates("2024-01-02 05:00:00", "2025-12-31 21:30:00", 24_000_000) }),
      column("CARRIER_ID NUMBER(6) NOT NULL", { statistics: range(1, 310) }),
      column("KILOGRAMS NUMBER(9,3)", { statistics: range(0, 1_200, 390_000) })
    ],
    partitioning: intervalPartitioning("LEFT_AT", "MONTH", "2024-01-01", {
      partitions: intervalPartitions("2024-01-01", "2026-01-01", "MONTH", {
        firstNumber: 130,
        rowCount: (at) => shipmentRows[at] ?? 0
      })
    }),
    constraints: [primaryKey("SHIPMENTS_PK", "SHIPMENT_ID")],
    indexes: [index("SHIPMENTS_CARRIER_IX", ["CARRIER_ID", "LEFT_AT"], { partitioning: "local" })]
  }),
  { rows: 30_000_000, averageRowBytes: 30 }
)

const quarterBounds = {
  P2024Q1: "2024-04-01",
  P2024Q2: "2024-07-01",
  P2024Q3: "2024-10-01",
  P2024Q4: "2025-01-01",
  P2025Q1: "2025-04-01",
  P2025Q2: "2025-07-01",
  P2025Q3: "2025-10-01",
  P2025Q4: "2026-01-01"
}
const moveRows = spread(9_600_000, 8)

export const stockMoves = measure(
  tableModel({
    owner,
    name: "STOCK_MOVES",
    comment: "Goods moved between places; a partition is added by hand every quarter.",
    columns: [
      column("MOVE_ID NUMBER(14) NOT NULL", { statistics: ids(9_600_000) }),
      column("MOVED_AT DATE NOT NULL", { statistics: dates("2024-01-01 04:00:09", "2025-12-31 22:58:40", 8_900_000) }),
      column("ARTICLE_ID NUMBER(8) NOT NULL", { statistics: range(1, 61_000) }),
      column("FROM_PLACE VARCHAR2(12)", { statistics: values(9_000, 210_000) }),
      column("TO_PLACE VARCHAR2(12)", { statistics: values(9_000, 190_000) }),
      column("PIECES NUMBER(8) NOT NULL", { statistics: range(1, 5_000, 900) })
    ],
    partitioning: partitioning("MOVED_AT", {
      partitions: [
        ...rangePartitions(quarterBounds, { tablespace: "WH_DATA_1", rowCount: (at) => moveRows[at] ?? 0 }),
        ...rangePartitions({ PMAX: "MAXVALUE" }, { tablespace: "WH_DATA_1", rowCount: 0 })
      ]
    }),
    constraints: [primaryKey("STOCK_MOVES_PK", "MOVE_ID")],
    indexes: [
      index("STOCK_MOVES_MOVED_IX", "MOVED_AT", { partitioning: "local" }),
      index("STOCK_MOVES_ARTICLE_IX", ["ARTICLE_ID", "MOVED_AT"], { partitioning: "local" })
    ],
    storage: { tablespace: "WH_DATA_1" }
  }),
  { rows: 9_600_000, averageRowBytes: 44 }
)

export const customerNotes = measure(
  tableModel({
    owner,
    name: "CUSTOMER_NOTES",
    comment: "Notes by region.",
    columns: [
      column("NOTE_ID NUMBER(12) NOT NULL", { statistics: ids(640_000) }),
      column("REGION VARCHAR2(10) NOT NULL", { statistics: values(4) }),
      column("WRITTEN_ON DATE NOT NULL", { statistics: dates("2019-02-11", "2025-12-30", 2_400) }),
      column("BODY CLOB", { statistics: values(0, 0) })
    ],
    partitioning: partitioning("REGION", {
      type: "list",
      partitions: [
        partition("P_NORTH", { bound: bound("'NORTH'"), rowCount: 210_000 }),
        partition("P_SOUTH", { bound: bound("'SOUTH'"), rowCount: 180_000 }),
        partition("P_EAST_WEST", { bound: bound("'EAST', 'WEST'"), rowCount: 250_000 }),
        partition("P_OTHER", { bound: bound("DEFAULT"), rowCount: 0 })
      ]
    }),
    constraints: [primaryKey("CUSTOMER_NOTES_PK", "NOTE_ID")],
    indexes: [index("CUSTOMER_NOTES_WRITTEN_IX", ["WRITTEN_ON", "REGION"], { partitioning: "local" })],
    lobs: [lob("BODY", { compression: "MEDIUM", bytes: gigabytes(0.5) })]
  }),
  { rows: 640_000, averageRowBytes: 420 }
)

const taskRows = spread(240_000_000, 8)

export const pickTasks = measure(
  tableModel({
    owner,
    name: "PICK_TASKS",
    comment: "Tasks of the pickers, spread by hash.",
    columns: [
      column("TASK_ID NUMBER(12) NOT NULL", { statistics: ids(240_000_000) }),
      column("PLANNED_FOR DATE NOT NULL", { statistics: dates("2024-01-01 06:00:00", "2025-12-31 22:00:00", 52_000) }),
      column("PICKER_ID NUMBER(6)", { statistics: range(1, 420) }),
      column("STATE CHAR(1) DEFAULT 'N' NOT NULL", { statistics: values(4) })
    ],
    partitioning: partitioning("TASK_ID", {
      type: "hash",
      partitions: taskRows.map((rowCount, at) => partition(`SYS_P${88 + at}`, { rowCount }))
    }),
    constraints: [primaryKey("PICK_TASKS_PK", "TASK_ID")],
    indexes: [
      index("PICK_TASKS_PK", "TASK_ID", { isUnique: true, partitioning: "local" }),
      index("PICK_TASKS_PICKER_IX", ["PICKER_ID", "STATE"])
    ]
  }),
  { rows: 240_000_000, averageRowBytes: 26 }
)

const supplierRows = spread(1_600_000, 5)

export const supplierOrders = measure(
  tableModel({
    owner,
    name: "SUPPLIER_ORDERS",
    comment: "Orders to suppliers: by year, and by hash of the supplier within it.",
    columns: [
      column("ORDER_ID NUMBER(12) NOT NULL", { statistics: ids(1_600_000) }),
      column("ORDERED_ON DATE NOT NULL", { statistics: dates("2021-01-04", "2025-12-30", 1_300) }),
      column("SUPPLIER_ID NUMBER(8) NOT NULL", { statistics: range(1, 4_200) }),
      column("TOTAL NUMBER(14,2)", { statistics: range(1, 820_000, 610_000) })
    ],
    partitioning: partitioning("ORDERED_ON", {
      subpartitioning: hashSubpartitioning("SUPPLIER_ID", 2),
      partitions: rangePartitions(
        { P2021: "2022-01-01", P2022: "2023-01-01", P2023: "2024-01-01", P2024: "2025-01-01", P2025: "2026-01-01" },
        { subpartitionCount: 2, rowCount: (at) => supplierRows[at] ?? 0 }
      )
    }),
    constraints: [primaryKey("SUPPLIER_ORDERS_PK", "ORDER_ID")],
    indexes: [index("SUPPLIER_ORDERS_SUPPLIER_IX", ["SUPPLIER_ID", "ORDERED_ON"], { partitioning: "local" })]
  }),
  { rows: 1_600_000, averageRowBytes: 32 }
)
