// Example hr: the seven tables of the test schema with the six scenarios of the plan.
import { databaseInfo, schemaSnapshot } from "@orapart/testkit/builders"
import type { Example } from "../example.ts"
import { entry, exampleConfig, schemaFolder } from "../example.ts"
import { gigabytes } from "../sizes.ts"
import { auditLog, events, transactions } from "./ledgers.ts"
import { customerData, orders } from "./sales.ts"
import { departments, employees } from "./staff.ts"
import { every, hash, onDate, placed } from "../wishes.ts"

const snapshot = schemaSnapshot({
  $schema: `${schemaFolder}/schema-snapshot.schema.json`,
  takenAt: "2026-01-05T07:00:00Z",
  database: databaseInfo({
    version: { major: 21, minor: 3 },
    compatible: "21.0.0",
    tablespaces: [{ name: "USERS", freeBytes: gigabytes(512), bigfile: true }]
  }),
  tables: [auditLog, customerData, departments, employees, events, orders, transactions],
  usedNames: {
    HR: {
      objects: [
        "EMP_SEQ",
        "ORD_SEQ",
        "DEPT_SEQ",
        "TXN_SEQ",
        "AUDIT_SEQ",
        "EVENT_SEQ",
        "CUST_SEQ",
        "V_PARTITION_SUMMARY",
        "V_TABLE_SIZES",
        "V_TABLE_SUMMARY"
      ]
    }
  }
})

/** The seven HR tables. */
export const hr: Example = {
  folder: "hr",
  snapshot,
  config: exampleConfig(snapshot, [
    entry(employees, {
      action: "add_interval_hash_partitioning",
      target: { ...every("DAY", "HIRE_DATE", onDate("2023-01-01")), ...hash("EMPLOYEE_ID", 4), ...placed(2) },
      settings: { priority: "LOW" }
    }),
    entry(orders, {
      action: "add_interval_hash_partitioning",
      target: { ...every("DAY", "ORDER_DATE", onDate("2024-01-01")), ...hash("ORDER_ID", 8), ...placed(4) },
      settings: { estimated_hours: 0.2, priority: "HIGH", drop_old_after_days: 14 }
    }),
    entry(departments, {
      enabled: false,
      action: "add_interval_partitioning",
      target: { ...every("MONTH", "CREATED_DATE", onDate("2023-01-01")), tablespace: "USERS" },
      settings: { priority: "LOW" }
    }),
    entry(transactions, {
      action: "convert_interval_to_interval_hash",
      target: { ...every("MONTH", "TXN_DATE", onDate("2023-01-01")), ...hash("TRANSACTION_ID", 8), ...placed(4) },
      settings: { estimated_hours: 0.5, priority: "HIGH", drop_old_after_days: 30 }
    }),
    entry(auditLog, {
      action: "convert_interval_to_interval_hash",
      target: { ...every("HOUR", "AUDIT_DATE", onDate("2025-11-02")), ...hash("USER_ID", 8), ...placed(4) },
      settings: { estimated_hours: 1.2, ddl_lock_timeout_seconds: 30 }
    }),
    entry(events, {
      action: "add_interval_hash_partitioning",
      target: {
        ...every("HOUR", "EVENT_DATE", "TO_DATE('2025-12-02 00:00:00', 'YYYY-MM-DD HH24:MI:SS')"),
        ...hash("USER_ID", 16),
        ...placed(4)
      },
      settings: { estimated_hours: 0.8 }
    }),
    entry(customerData, {
      action: "add_interval_hash_partitioning",
      target: { ...every("MONTH", "REGISTRATION_DATE", onDate("2021-01-01")), ...hash("CUSTOMER_ID", 8), ...placed(2) },
      settings: { estimated_hours: 0.4, drop_old_after_days: 30 }
    })
  ])
}
