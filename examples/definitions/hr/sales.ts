// HR.ORDERS and HR.CUSTOMER_DATA: heap tables, one with a trigger, a synonym and a foreign key, one with three LOBs.
import {
  column,
  foreignKey,
  index,
  lob,
  primaryKey,
  synonym,
  tableModel,
  trigger,
  unique
} from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "../column-facts.ts"
import { measure } from "../sizes.ts"
import { appGrants, summaryView } from "./staff.ts"

export const orders = measure(
  tableModel({
    name: "ORDERS",
    comment: "Customer orders, one row per order.",
    columns: [
      column("ORDER_ID NUMBER(12)", { statistics: ids(50000), comment: "Filled from ORD_SEQ." }),
      column("CUSTOMER_ID NUMBER(6) NOT NULL", { statistics: range(1, 5000) }),
      column("EMPLOYEE_ID NUMBER(6)", {
        statistics: withNulls(range(1, 5000), 500),
        comment: "Who took the order; empty for web orders."
      }),
      column("ORDER_DATE DATE NOT NULL", {
        statistics: dates("2024-01-01", "2025-12-31 23:58:11", 49700),
        comment: "When the order was placed."
      }),
      column("SHIPPED_DATE DATE", {
        statistics: withNulls(dates("2024-01-02 06:00:00", "2026-01-03 18:00:00", 46800), 2900)
      }),
      column("SHIP_VIA VARCHAR2(20)", { statistics: values(6, 2900) }),
      column("FREIGHT NUMBER(8,2)", { statistics: range(0, 980, 9100) }),
      column("STATUS VARCHAR2(20) DEFAULT 'PENDING'", {
        statistics: values(5),
        comment: "PENDING, PAID, SHIPPED, CLOSED or CANCELLED."
      }),
      column("TOTAL_AMOUNT NUMBER(10,2)", { statistics: range(5, 19990, 41000) }),
      column("NOTES VARCHAR2(500)", { statistics: values(9800, 40000) }),
      column("CREATED_DATE DATE DEFAULT SYSDATE", {
        statistics: dates("2024-01-01 00:00:07", "2025-12-31 23:58:11", 49700)
      }),
      column("UPDATED_DATE DATE", {
        statistics: dates("2024-01-01 00:00:07", "2026-01-03 18:00:02", 49800),
        comment: "Set by trigger ORDERS_SET_UPDATED."
      })
    ],
    constraints: [
      primaryKey("ORDERS_PK", "ORDER_ID"),
      foreignKey("ORDERS_EMPLOYEE_FK", "EMPLOYEE_ID", { table: "EMPLOYEES" })
    ],
    indexes: [
      index("ORDERS_CUSTOMER_IX", "CUSTOMER_ID"),
      index("ORDERS_EMPLOYEE_IX", "EMPLOYEE_ID"),
      index("ORDERS_ORDER_DATE_IX", "ORDER_DATE"),
      index("ORDERS_STATUS_IX", "STATUS")
    ],
    triggers: [trigger("ORDERS_SET_UPDATED", { body: "BEGIN\n  :NEW.UPDATED_DATE := SYSDATE;\nEND;" })],
    grants: appGrants,
    synonyms: [synonym("ORDERS", "HR_APP_USER")],
    dependents: [summaryView]
  }),
  { rows: 50_000, averageRowBytes: 112 }
)

export const customerData = measure(
  tableModel({
    name: "CUSTOMER_DATA",
    comment: "Customers with their letters, portraits and preferences.",
    columns: [
      column("CUSTOMER_ID NUMBER(10)", { statistics: ids(25000), comment: "Filled from CUST_SEQ." }),
      column("CUSTOMER_NAME VARCHAR2(100) NOT NULL", { statistics: values(24100) }),
      column("EMAIL VARCHAR2(100)", { statistics: values(24500, 500) }),
      column("PHONE VARCHAR2(20)", { statistics: values(23900, 1100) }),
      column("ADDRESS VARCHAR2(500)", { statistics: values(24600, 200) }),
      column("REGISTRATION_DATE DATE NOT NULL", {
        statistics: dates("2021-01-01 07:12:00", "2025-12-31 20:03:00", 24900)
      }),
      column("ACCOUNT_STATUS VARCHAR2(20) DEFAULT 'ACTIVE'", { statistics: values(4) }),
      column("NOTES CLOB", { statistics: values(0, 6000), comment: "Letters and remarks as text." }),
      column("PROFILE_PHOTO BLOB", { statistics: values(0, 15000), comment: "JPEG, at most 64 KB." }),
      column("PREFERENCES CLOB", { statistics: values(0, 2500), comment: "JSON as the shop writes it." }),
      column("CREATED_DATE DATE DEFAULT SYSDATE", {
        statistics: dates("2021-01-01 07:12:00", "2025-12-31 20:03:00", 24900)
      }),
      column("UPDATED_DATE DATE", {
        statistics: withNulls(dates("2021-01-05 10:00:00", "2026-01-02 12:00:00", 16900), 8000)
      })
    ],
    constraints: [primaryKey("CUSTOMER_DATA_PK", "CUSTOMER_ID"), unique("CUSTOMER_DATA_EMAIL_UK", "EMAIL")],
    indexes: [
      index("CUSTOMER_DATA_REGISTERED_IX", "REGISTRATION_DATE"),
      index("CUSTOMER_DATA_STATUS_IX", "ACCOUNT_STATUS")
    ],
    lobs: [
      lob("NOTES", { bytes: 9_437_184 }),
      lob("PROFILE_PHOTO", { isInRow: false, bytes: 327_155_712 }),
      lob("PREFERENCES", { bytes: 1_179_648 })
    ],
    grants: appGrants,
    dependents: [summaryView]
  }),
  { rows: 25_000, averageRowBytes: 940 }
)
