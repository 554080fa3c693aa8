// Types as written in declarations: built-in ones, those of the block and of packages, %TYPE and %ROWTYPE.
import { notInSandbox } from "../errors/ora.ts"
import type { DataType, Identifier } from "../sql/ast/index.ts"
import type { ResultColumn } from "../engine/engine.ts"
import { failAt } from "./code.ts"
import { findMeaning, pathText, undeclared } from "./names.ts"
import type { Scope } from "./scope.ts"
import type { PlsqlType, RecordType, TextName } from "./types.ts"
import { booleanType, cursorType, integerTypes, numberType, typeOfColumn } from "./types.ts"

/** The record of a query's or table's columns. null columns: not known before the run. */
export const rowType = (columns: ReadonlyArray<ResultColumn> | null, name = ""): RecordType => ({
  kind: "record",
  name,
  isOpen: columns === null,
  fields: (columns ?? []).map((column) => ({
    name: column.name,
    type: typeOfColumn(column),
    isNotNull: false,
    initial: null
  }))
})

type Plain = Extract<DataType, { kind: "plain-type" }>

const plainType = (type: Plain): PlsqlType => {
  const integer = integerTypes[type.name]
  if (integer !== undefined) return integer
  switch (type.name) {
    case "DATE":
      return { kind: "moment", name: "DATE", scale: null }
    case "CLOB":
    case "NCLOB":
    case "BLOB":
      return { kind: "lob", name: type.name }
    case "LONG":
      return { kind: "text", name: "LONG", limit: 32_760, unit: "BYTE" }
    case "LONG RAW":
      return { kind: "raw", limit: 32_760 }
    case "ROWID":
      return { kind: "rowid" }
    case "BINARY_FLOAT":
    case "BINARY_DOUBLE":
      return { kind: "binary", name: type.name }
    case "BOOLEAN":
      return booleanType
    case "SYS_REFCURSOR":
      return cursorType
    default:
      throw notInSandbox(type.name, type.start)
  }
}

const zones = {
  none: "TIMESTAMP",
  zone: "TIMESTAMP WITH TIME ZONE",
  local: "TIMESTAMP WITH LOCAL TIME ZONE"
} as const

const characterLimit = (name: TextName, length: number | null): number | null =>
  length ?? (name === "CHAR" || name === "NCHAR" ? 1 : null)

const anchored = (scope: Scope, type: Extract<DataType, { kind: "anchored-type" }>): PlsqlType => {
  const names = type.path.map(({ value }) => value)
  if (type.attribute === "TYPE") {
    const meaning = findMeaning(scope, type.path)
    if (meaning?.kind === "place") return meaning.place.type
    const column = scope.unit.runtime.findColumn(names)
    return column === null ? undeclared(type.path) : typeOfColumn(column)
  }
  const meaning = findMeaning(scope, type.path)
  if (meaning?.kind === "cursor") return meaning.plan.row
  const columns = scope.unit.runtime.findRow(names)
  return columns === null ? undeclared(type.path) : rowType(columns, pathText(type.path))
}

const named = (scope: Scope, type: Extract<DataType, { kind: "named-type" }>): PlsqlType => {
  const meaning = findMeaning(scope, type.path)
  const special = meaning === null ? standardName(type.path) : null
  if (special !== null) return special
  if (meaning === null) return undeclared(type.path)
  if (meaning.kind !== "type") return failAt(type.start, `PLS-00488: '${pathText(type.path)}' must be a type`)
  return constrain(meaning.type, type)
}

/** A constrained subtype: `t_name(30)`. */
const constrain = (base: PlsqlType, type: Extract<DataType, { kind: "named-type" }>): PlsqlType => {
  const [length] = type.arguments
  if (length === undefined || length.kind !== "number") return base
  return base.kind === "text" ? { ...base, limit: Number(length.text) } : base
}

const standardName = (path: ReadonlyArray<Identifier>): PlsqlType | null => {
  const [first] = path
  if (path.length > 1 || first === undefined) return null
  if (first.value === "STRING") return { kind: "text", name: "VARCHAR2", limit: null, unit: "BYTE" }
  return first.value === "UROWID" ? { kind: "rowid" } : null
}

/** A type. `isParameter`: a character type without a length takes any. Fails with PLS-00201 for an unknown name. */
export const compileType = (scope: Scope, type: DataType, isParameter = false): PlsqlType => {
  switch (type.kind) {
    case "character-type": {
      const isNational = type.name === "NCHAR" || type.name === "NVARCHAR2"
      const limit = isParameter ? null : characterLimit(type.name, type.length)
      if (limit === null && !isParameter)
        return failAt(type.start, "PLS-00215: String length constraints must be in range (1 .. 32767)")
      return { kind: "text", name: type.name, limit, unit: isNational || type.unit === "CHAR" ? "CHAR" : "BYTE" }
    }
    case "number-type":
      if (type.precision === null)
        return type.scale === null ? numberType : { kind: "number", precision: null, scale: type.scale }
      if (type.precision === "*")
        return { kind: "number", precision: type.scale === null ? null : 38, scale: type.scale }
      return { kind: "number", precision: type.precision, scale: type.scale ?? 0 }
    case "float-type":
      return numberType
    case "timestamp-type":
      return { kind: "moment", name: zones[type.zone], scale: type.precision ?? 6 }
    case "interval-type":
      return {
        kind: "moment",
        name: type.unit === "year-month" ? "INTERVAL YEAR TO MONTH" : "INTERVAL DAY TO SECOND",
        scale: type.fractionPrecision
      }
    case "raw-type":
      return type.name === "UROWID" ? { kind: "rowid" } : { kind: "raw", limit: type.length }
    case "plain-type":
      return plainType(type)
    case "anchored-type":
      return anchored(scope, type)
    case "named-type":
      return named(scope, type)
  }
}
