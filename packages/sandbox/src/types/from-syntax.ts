// Types as written in CAST to types of values. DDL has a way of its own, because columns have more rules.
import { notInSandbox } from "../errors/ora.ts"
import { characterType, plainType, rawType, timestampType } from "../catalog/oracle-type.ts"
import type { SqlType } from "../sql/ast/index.ts"
import type { ValueType } from "./value-type.ts"

const zones = { none: "TIMESTAMP", zone: "TIMESTAMP WITH TIME ZONE", local: "TIMESTAMP WITH LOCAL TIME ZONE" } as const

const plainNames: ReadonlySet<string> = new Set([
  "DATE",
  "CLOB",
  "NCLOB",
  "BLOB",
  "LONG",
  "LONG RAW",
  "ROWID",
  "BINARY_FLOAT",
  "BINARY_DOUBLE"
])

const integers: ReadonlySet<string> = new Set([
  "PLS_INTEGER",
  "BINARY_INTEGER",
  "SIMPLE_INTEGER",
  "NATURAL",
  "NATURALN",
  "POSITIVE",
  "POSITIVEN",
  "SIGNTYPE"
])

/** The type that a text of SQL or PL/SQL names. Fails with ORA-03001 for types that the sandbox does not know. */
export const typeFromSyntax = (type: SqlType, lengthUnit: "B" | "C" = "B"): ValueType => {
  switch (type.kind) {
    case "character-type":
      return characterType(
        type.name,
        type.length ?? (type.name === "CHAR" || type.name === "NCHAR" ? 1 : 4000),
        type.unit === null ? lengthUnit : type.unit === "BYTE" ? "B" : "C"
      )
    case "number-type":
      return type.precision === "*"
        ? plainType("NUMBER", null, type.scale)
        : plainType("NUMBER", type.precision, type.precision === null ? null : (type.scale ?? 0))
    case "float-type":
      return plainType("FLOAT", type.binaryPrecision)
    case "timestamp-type":
      return timestampType(zones[type.zone], type.precision ?? 6)
    case "interval-type":
      return type.unit === "year-month"
        ? plainType("INTERVAL YEAR TO MONTH", type.leadingPrecision ?? 2)
        : plainType("INTERVAL DAY TO SECOND", type.leadingPrecision ?? 2, type.fractionPrecision ?? 6)
    case "raw-type":
      return rawType(type.name, type.length ?? 2000)
    case "plain-type":
      if (type.name === "BOOLEAN") return { ...plainType("DATE"), name: "BOOLEAN", lengthBytes: 1 }
      if (type.name === "SYS_REFCURSOR") return { ...plainType("DATE"), name: "CURSOR", lengthBytes: 0 }
      if (plainNames.has(type.name)) return plainType(type.name as "DATE")
      if (integers.has(type.name)) return plainType("NUMBER", 38, 0)
      throw notInSandbox(type.name, type.start)
    case "named-type":
      throw notInSandbox(`type ${type.path.map(({ value }) => value).join(".")}`, type.start)
  }
}
