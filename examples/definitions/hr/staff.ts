// HR.EMPLOYEES and HR.DEPARTMENTS: small heap tables with a foreign key between them.
import {
  childForeignKey,
  column,
  dependent,
  foreignKey,
  grants,
  index,
  primaryKey,
  tableModel,
  unique
} from "@orapart/testkit/builders"
import { dates, ids, range, values, withNulls } from "../column-facts.ts"
import { measure } from "../sizes.ts"

/** What the role HR_APP may do on every table of the schema. */
export const appGrants = grants("HR_APP", "SELECT", "INSERT", "UPDATE", "DELETE")

/** The view that counts the rows of every table. */
export const summaryView = dependent("V_TABLE_SUMMARY")

export const employees = measure(
  tableModel({
    name: "EMPLOYEES",
    comment: "People on the payroll, present and past.",
    columns: [
      column("EMPLOYEE_ID NUMBER(6)", { statistics: ids(5000), comment: "Filled from EMP_SEQ." }),
      column("FIRST_NAME VARCHAR2(20)", { statistics: values(480, 12) }),
      column("LAST_NAME VARCHAR2(25) NOT NULL", { statistics: values(1850) }),
      column("EMAIL VARCHAR2(100) NOT NULL", {
        statistics: values(5000),
        comment: "Business address, unique in the company."
      }),
      column("PHONE_NUMBER VARCHAR2(20)", { statistics: values(4900, 100) }),
      column("HIRE_DATE DATE NOT NULL", {
        statistics: dates("2023-01-01", "2025-12-31", 1096),
        comment: "First working day."
      }),
      column("JOB_ID VARCHAR2(10) NOT NULL", { statistics: values(19) }),
      column("SALARY NUMBER(8,2)", {
        statistics: range(2100, 24000, 2900),
        comment: "Gross per month in the company's currency."
      }),
      column("COMMISSION_PCT NUMBER(2,2)", {
        statistics: { distinctCount: 8, nullCount: 4300, low: "0.05", high: "0.4" }
      }),
      column("MANAGER_ID NUMBER(6)", { statistics: withNulls(range(1, 250), 1) }),
      column("DEPARTMENT_ID NUMBER(4)", { statistics: range(1, 50) }),
      column("CREATED_DATE DATE DEFAULT SYSDATE", {
        statistics: dates("2023-01-01 08:00:00", "2025-12-31 17:45:00", 4960)
      }),
      column("UPDATED_DATE DATE", {
        statistics: withNulls(dates("2023-02-03 09:10:00", "2026-01-02 11:20:00", 3100), 1880)
      })
    ],
    constraints: [
      primaryKey("EMPLOYEES_PK", "EMPLOYEE_ID"),
      unique("EMPLOYEES_EMAIL_UK", "EMAIL"),
      foreignKey("EMPLOYEES_DEPARTMENT_FK", "DEPARTMENT_ID", { table: "DEPARTMENTS" })
    ],
    childForeignKeys: [
      childForeignKey({
        table: "ORDERS",
        name: "ORDERS_EMPLOYEE_FK",
        columns: ["EMPLOYEE_ID"],
        referencedConstraint: "EMPLOYEES_PK"
      })
    ],
    indexes: [
      index("EMPLOYEES_DEPARTMENT_IX", "DEPARTMENT_ID"),
      index("EMPLOYEES_MANAGER_IX", "MANAGER_ID"),
      index("EMPLOYEES_HIRE_DATE_IX", "HIRE_DATE")
    ],
    grants: appGrants,
    dependents: [summaryView]
  }),
  { rows: 5000, averageRowBytes: 104 }
)

export const departments = measure(
  tableModel({
    name: "DEPARTMENTS",
    comment: "Departments; a reference table that stays as it is.",
    columns: [
      column("DEPARTMENT_ID NUMBER(4)", { statistics: ids(50) }),
      column("DEPARTMENT_NAME VARCHAR2(30) NOT NULL", { statistics: values(50) }),
      column("MANAGER_ID NUMBER(6)", { statistics: withNulls(range(1, 250, 40), 10) }),
      column("LOCATION_ID NUMBER(4)", { statistics: range(1000, 2700, 12) }),
      column("CREATED_DATE DATE DEFAULT SYSDATE", {
        statistics: dates("2023-01-01 08:00:00", "2023-01-01 08:00:04", 3)
      })
    ],
    constraints: [primaryKey("DEPARTMENTS_PK", "DEPARTMENT_ID"), unique("DEPARTMENTS_NAME_UK", "DEPARTMENT_NAME")],
    childForeignKeys: [
      childForeignKey({
        table: "EMPLOYEES",
        name: "EMPLOYEES_DEPARTMENT_FK",
        columns: ["DEPARTMENT_ID"],
        referencedConstraint: "DEPARTMENTS_PK"
      })
    ],
    grants: appGrants,
    dependents: [summaryView]
  }),
  { rows: 50, averageRowBytes: 36 }
)
