// HR.TRANSACTIONS, HR.AUDIT_LOG and HR.EVENTS: tables that only grow, two of them interval partitioned already.
import {
  column,
  index,
  intervalPartitioning,
  intervalPartitions,
  primaryKey,
  tableModel
} from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "../column-facts.ts"
import { measure, spread } from "../sizes.ts"
import { appGrants, summaryView } from "./staff.ts"

const monthlyRows = spread(500_000, 36)

export const transactions = measure(
  tableModel({
    name: "TRANSACTIONS",
    comment: "Account movements, never changed once written.",
    columns: [
      column("TRANSACTION_ID NUMBER(12)", { statistics: ids(500_000), comment: "Filled from TXN_SEQ." }),
      column("ACCOUNT_ID NUMBER(10) NOT NULL", { statistics: range(1, 10_000) }),
      column("TXN_DATE DATE NOT NULL", {
        statistics: dates("2023-01-01 00:02:39", "2025-12-31 23:57:20", 497_000),
        comment: "Booking time."
      }),
      column("TXN_TYPE VARCHAR2(20) NOT NULL", { statistics: values(5) }),
      column("AMOUNT NUMBER(12,2) NOT NULL", { statistics: range(-25_000, 25_000, 410_000) }),
      column("BALANCE NUMBER(15,2)", { statistics: withNulls(range(-25_000, 900_000, 430_000), 0) }),
      column("DESCRIPTION VARCHAR2(200)", { statistics: values(310_000, 9_000) }),
      column("STATUS VARCHAR2(20) DEFAULT 'COMPLETED'", { statistics: values(3) }),
      column("CREATED_DATE DATE DEFAULT SYSDATE", {
        statistics: dates("2023-01-01 00:02:39", "2025-12-31 23:57:20", 497_000)
      })
    ],
    partitioning: intervalPartitioning("TXN_DATE", "MONTH", "2023-01-01", {
      anchorName: "P_INITIAL",
      partitions: intervalPartitions("2023-01-01", "2026-01-01", "MONTH", {
        firstNumber: 421,
        rowCount: (month) => monthlyRows[month] ?? 0
      })
    }),
    constraints: [primaryKey("TRANSACTIONS_PK", "TRANSACTION_ID")],
    indexes: [
      index("TRANSACTIONS_ACCOUNT_IX", "ACCOUNT_ID", { partitioning: "local" }),
      index("TRANSACTIONS_TYPE_IX", "TXN_TYPE", { partitioning: "local" })
    ],
    storage: { isRowMovementEnabled: true },
    grants: appGrants,
    dependents: [summaryView]
  }),
  { rows: 500_000, averageRowBytes: 92 }
)

const dailyRows = spread(1_000_000, 60)

export const auditLog = measure(
  tableModel({
    name: "AUDIT_LOG",
    comment: "Who changed what; the newest 60 days are kept.",
    columns: [
      column("AUDIT_ID NUMBER(15)", { statistics: range(38_000_001, 39_000_000), comment: "Filled from AUDIT_SEQ." }),
      column("USER_ID NUMBER(10) NOT NULL", { statistics: range(1, 2_000) }),
      column("AUDIT_DATE DATE NOT NULL", { statistics: dates("2025-11-02 00:00:05", "2025-12-31 23:59:54", 912_000) }),
      column("ACTION_TYPE VARCHAR2(50) NOT NULL", { statistics: values(12) }),
      column("TABLE_NAME VARCHAR2(30)", { statistics: values(7) }),
      column("RECORD_ID VARCHAR2(100)", { statistics: values(640_000, 2_000) }),
      column("OLD_VALUE VARCHAR2(4000)", { statistics: values(510_000, 330_000) }),
      column("NEW_VALUE VARCHAR2(4000)", { statistics: values(700_000, 90_000) }),
      column("IP_ADDRESS VARCHAR2(50)", { statistics: values(3_100) }),
      column("SESSION_ID VARCHAR2(100)", { statistics: values(86_000) })
    ],
    partitioning: intervalPartitioning("AUDIT_DATE", "DAY", "2024-01-01", {
      anchorName: "P_INITIAL",
      partitions: intervalPartitions("2025-11-02", "2026-01-01", "DAY", {
        firstNumber: 1204,
        rowCount: (day) => dailyRows[day] ?? 0
      })
    }),
    constraints: [primaryKey("AUDIT_LOG_PK", "AUDIT_ID")],
    indexes: [
      index("AUDIT_LOG_USER_IX", "USER_ID", { partitioning: "local" }),
      index("AUDIT_LOG_ACTION_IX", "ACTION_TYPE", { partitioning: "local" })
    ],
    grants: appGrants,
    dependents: [summaryView]
  }),
  { rows: 1_000_000, averageRowBytes: 268 }
)

export const events = measure(
  tableModel({
    name: "EVENTS",
    comment: "Clicks and calls as the applications report them.",
    columns: [
      column("EVENT_ID NUMBER(12)", { statistics: range(7_400_001, 7_500_000), comment: "Filled from EVENT_SEQ." }),
      column("USER_ID NUMBER(10) NOT NULL", { statistics: range(1, 4_000) }),
      column("EVENT_DATE DATE NOT NULL", { statistics: dates("2025-12-02 00:00:21", "2025-12-31 23:59:32", 97_800) }),
      column("EVENT_TYPE VARCHAR2(50) NOT NULL", { statistics: values(24) }),
      column("EVENT_CATEGORY VARCHAR2(30)", { statistics: values(6, 400) }),
      column("EVENT_DATA VARCHAR2(4000)", { statistics: values(88_000, 5_000) }),
      column("DURATION_MS NUMBER(10)", { statistics: withNulls(range(1, 60_000, 31_000), 5_000) }),
      column("STATUS_CODE NUMBER(3)", { statistics: range(200, 504, 9) }),
      column("CREATED_DATE DATE DEFAULT SYSDATE", {
        statistics: dates("2025-12-02 00:00:21", "2025-12-31 23:59:32", 97_800)
      })
    ],
    constraints: [primaryKey("EVENTS_PK", "EVENT_ID")],
    indexes: [
      index("EVENTS_USER_IX", "USER_ID"),
      index("EVENTS_EVENT_DATE_IX", "EVENT_DATE"),
      index("EVENTS_TYPE_IX", "EVENT_TYPE")
    ],
    grants: appGrants,
    dependents: [summaryView]
  }),
  { rows: 100_000, averageRowBytes: 196 }
)
