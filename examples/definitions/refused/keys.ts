// Columns that Oracle takes neither as interval key nor as hash key: one table each.
import { column, primaryKey } from "@orapart/testkit/builders"
import { dates, range, values } from "../column-facts.ts"
import type { RefusedTable } from "./refused-table.ts"
import { hashedBy, keyedBy, monthly, refusedTable } from "./refused-table.ts"

const moments = dates("2024-01-01 00:00:05", "2025-12-31 22:10:00", 900_000)
const encryption = { algorithm: "AES 192 bits key", salt: false, integrity: "NOMAC" }

const interval = (name: string, declaration: string, feature: string): RefusedTable =>
  refusedTable({
    name,
    feature: `${feature} as interval key`,
    codes: ["OP127", "OP208"],
    columns: [column(`K ${declaration} NOT NULL`, { statistics: moments })],
    target: keyedBy("K")
  })

const hashed = (name: string, declaration: string, feature: string): RefusedTable =>
  refusedTable({
    name,
    feature: `${feature} as hash key`,
    codes: ["OP139", "OP209"],
    columns: [column(`K ${declaration} NOT NULL`, { statistics: values(900_000) })],
    target: hashedBy("K")
  })

const intervalKeys = [
  interval("TSTZ_KEY", "TIMESTAMP(6) WITH TIME ZONE", "a TIMESTAMP WITH TIME ZONE"),
  interval("TSLTZ_KEY", "TIMESTAMP(6) WITH LOCAL TIME ZONE", "a TIMESTAMP WITH LOCAL TIME ZONE"),
  interval("TEXT_KEY", "VARCHAR2(8)", "a text"),
  interval("RAW_KEY", "RAW(8)", "a RAW"),
  interval("BINARY_DOUBLE_KEY", "BINARY_DOUBLE", "a BINARY_DOUBLE"),
  interval("INTERVAL_TYPE_KEY", "INTERVAL DAY(3) TO SECOND(0)", "an INTERVAL"),
  interval("ROWID_KEY", "ROWID", "a ROWID"),
  interval("LOB_KEY", "CLOB", "a LOB"),
  refusedTable({
    name: "ENCRYPTED_KEY",
    feature: "an encrypted column as interval key",
    codes: ["OP127", "OP208"],
    columns: [column("K DATE NOT NULL", { statistics: moments, encryption })],
    target: keyedBy("K")
  }),
  refusedTable({
    name: "NUMBER_KEY_BY_MONTH",
    feature: "a NUMBER as key of an interval of time",
    codes: ["OP129", "OP212"],
    columns: [column("K NUMBER(8) NOT NULL", { statistics: range(20240101, 20251231) })],
    target: { ...keyedBy("K"), initial_partition_value: 20240101 }
  }),
  refusedTable({
    name: "SENTINEL_KEY",
    feature: "keys that lie beyond the last partition that Oracle allows",
    codes: ["OP135", "OP136", "OP232"],
    columns: [column("K DATE NOT NULL", { statistics: dates("2024-01-01 00:00:05", "9999-12-31 00:00:00", 900) })],
    target: { ...keyedBy("K"), interval_type: "HOUR" }
  }),
  refusedTable({
    name: "NO_STATISTICS",
    feature: "no first bound in the config and none that the snapshot could tell",
    codes: ["OP134", "OP210"],
    columns: [column("K DATE NOT NULL")],
    target: Object.fromEntries(
      Object.entries(keyedBy("K")).filter(([key]) => key !== "initial_partition_value")
    ) as typeof monthly
  }),
  refusedTable({
    name: "KEY_MISSING",
    feature: "a key that the table does not have",
    codes: ["OP126", "OP207"],
    target: keyedBy("CREATED_ON")
  })
]

const hashKeys = [
  hashed("TSTZ_HASH", "TIMESTAMP(6) WITH TIME ZONE", "a TIMESTAMP WITH TIME ZONE"),
  hashed("BINARY_FLOAT_HASH", "BINARY_FLOAT", "a BINARY_FLOAT"),
  hashed("INTERVAL_TYPE_HASH", "INTERVAL YEAR(2) TO MONTH", "an INTERVAL"),
  hashed("ROWID_HASH", "UROWID(100)", "a UROWID"),
  hashed("LOB_HASH", "BLOB", "a LOB"),
  refusedTable({
    name: "ENCRYPTED_HASH",
    feature: "an encrypted column as hash key",
    codes: ["OP139", "OP209"],
    columns: [column("K NUMBER(12) NOT NULL", { statistics: values(900_000), encryption })],
    table: { constraints: [primaryKey("ENCRYPTED_HASH_PK", "ID")] },
    target: hashedBy("K")
  })
]

/** Interval keys, then hash keys. */
export const refusedKeys: ReadonlyArray<RefusedTable> = [...intervalKeys, ...hashKeys]
