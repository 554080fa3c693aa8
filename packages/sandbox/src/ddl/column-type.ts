// Types as written to types as the dictionary has them.
import type { OracleType } from "../catalog/entries.ts"
import { characterType, plainType, rawType, timestampType } from "../catalog/oracle-type.ts"
import { notInSandbox, ora } from "../errors/ora.ts"
import type { CharacterType, NumberType, PlainType, SqlType } from "../sql/ast/index.ts"

const characters = (type: CharacterType, semantics: "BYTE" | "CHAR"): OracleType => {
  const { name, length, unit } = type
  const isFixed = name === "CHAR" || name === "NCHAR"
  if (length === null && !isFixed) throw ora(906, [], type.end)
  const size = length ?? 1
  const isNational = name === "NCHAR" || name === "NVARCHAR2"
  const limit = isNational ? (isFixed ? 1000 : 2000) : isFixed ? 2000 : 4000
  if (size > limit) throw ora(910, [], type.start)
  if (size === 0) throw ora(1723, [], type.start)
  return characterType(name, size, (unit ?? semantics) === "CHAR" ? "C" : "B")
}

const numbers = (type: NumberType): OracleType => {
  if (type.precision === null) return plainType("NUMBER")
  if (type.precision === "*") return plainType("NUMBER", null, type.scale ?? 0)
  return plainType("NUMBER", type.precision, type.scale ?? 0)
}

const columnTypes: ReadonlySet<string> = new Set([
  "DATE",
  "CLOB",
  "NCLOB",
  "BLOB",
  "BFILE",
  "LONG",
  "LONG RAW",
  "ROWID",
  "BINARY_FLOAT",
  "BINARY_DOUBLE"
])

const plain = (type: PlainType): OracleType => {
  if (!columnTypes.has(type.name)) throw ora(902, [], type.start)
  return plainType(type.name as OracleType["name"])
}

const zones = {
  none: "TIMESTAMP",
  zone: "TIMESTAMP WITH TIME ZONE",
  local: "TIMESTAMP WITH LOCAL TIME ZONE"
} as const

/** The type of a column. Fails with ORA-00902 for types that columns cannot have, ORA-00910 for lengths beyond the limit. */
export const readColumnType = (type: SqlType, semantics: "BYTE" | "CHAR"): OracleType => {
  switch (type.kind) {
    case "character-type":
      return characters(type, semantics)
    case "number-type":
      return numbers(type)
    case "float-type":
      return plainType("FLOAT", type.binaryPrecision)
    case "timestamp-type":
      return timestampType(zones[type.zone], type.precision ?? 6)
    case "interval-type":
      return type.unit === "year-month"
        ? plainType("INTERVAL YEAR TO MONTH", type.leadingPrecision ?? 2, 0)
        : plainType("INTERVAL DAY TO SECOND", type.leadingPrecision ?? 2, type.fractionPrecision ?? 6)
    case "raw-type":
      return rawType(type.name, type.length ?? (type.name === "UROWID" ? 4000 : 0))
    case "plain-type":
      return plain(type)
    case "named-type":
      throw notInSandbox("object types", type.start)
    default:
      return type satisfies never
  }
}
