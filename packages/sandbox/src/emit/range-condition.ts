// Rows of a partition as a condition of PostgreSQL on the key columns.
import type { BoundValue, OracleType, PartitionBound, TableEntry } from "../catalog/entries.ts"
import type { RangeCondition, RowRange } from "../partitions/row-range.ts"
import { familyOf, isPadded, pgTypeOf } from "../types/value-type.ts"
import { parameterOf } from "../types/value-text.ts"
import { quoteText } from "./emit-context.ts"

interface Key {
  readonly sql: string
  readonly type: OracleType
}

const keysOf = (table: TableEntry, ids: ReadonlyArray<number>, prefix: string): ReadonlyArray<Key> =>
  ids.map((id) => {
    const type = table.columns.find((column) => column.id === id)?.type
    if (type === undefined) throw new RangeError(`table ${String(table.id)} has no column ${String(id)}`)
    const sql = prefix === "" ? `c${String(id)}` : `${prefix}.c${String(id)}`
    return { sql: isPadded(type) ? `rtrim(${sql}, ' ')` : sql, type }
  })

const literal = (type: OracleType, text: string): string => {
  const plain = familyOf(type) === "raw" ? `\\x${text}` : (parameterOf(type, text) ?? "")
  return `${quoteText(isPadded(type) ? plain.replace(/ +$/, "") : plain)}::${pgTypeOf(type)}`
}

/** True when the key lies below the row of a bound; NULL is below MAXVALUE only. */
const below = (keys: ReadonlyArray<Key>, values: ReadonlyArray<BoundValue>, at = 0): string => {
  const [key, value] = [keys[at], values[at]]
  if (key === undefined || value === undefined) return "false"
  if (value.kind === "maxvalue") return "true"
  if (value.kind === "null") return "false"
  const text = literal(key.type, value.text)
  if (at === keys.length - 1) return `${key.sql} < ${text}`
  return `(${key.sql} < ${text} OR (${key.sql} = ${text} AND ${below(keys, values, at + 1)}))`
}

const listed = (keys: ReadonlyArray<Key>, bound: PartitionBound): string => {
  if (bound.kind !== "list") return "false"
  const rows = bound.rows.map((row) =>
    keys
      .map((key, at) => {
        const value = row[at]
        return value?.kind === "value"
          ? `${key.sql} IS NOT DISTINCT FROM ${literal(key.type, value.text)}`
          : `${key.sql} IS NULL`
      })
      .join(" AND ")
  )
  return `(${rows.map((row) => `(${row})`).join(" OR ")})`
}

const hashBytes = ({ sql, type }: Key): string => {
  switch (familyOf(type)) {
    case "number":
      return `sys.number_bytes(${sql})`
    case "datetime":
      return `sys.date_hash_bytes(${sql})`
    case "raw":
      return sql
    default:
      return `convert_to(${sql}, 'UTF8')`
  }
}

/** The place among `count` by linear hashing. */
const hashPlace = (keys: ReadonlyArray<Key>, count: number): string => {
  let hash = "0"
  for (const key of keys) hash = `sys.ora_hash(coalesce(${hashBytes(key)}, ''::bytea), 4294967295, ${hash})`
  let power = 1
  while (power < count) power *= 2
  return `sys.hash_place(${hash}, ${String(count)}, ${String(power)})`
}

const emitOne = (table: TableEntry, condition: RangeCondition, prefix: string): ReadonlyArray<string> => {
  const keys = keysOf(table, condition.columns, prefix)
  switch (condition.kind) {
    case "between": {
      const { lower, upper } = condition
      const low = lower?.kind === "less-than" ? [`NOT coalesce(${below(keys, lower.values)}, false)`] : []
      const high = upper.kind === "less-than" ? below(keys, upper.values) : "true"
      return [...low, ...(high === "true" ? [] : [high])]
    }
    case "in":
      return [listed(keys, condition.bound)]
    case "not-in":
      return condition.bounds.map((bound) => `NOT ${listed(keys, bound)}`)
    case "hash":
      return [`${hashPlace(keys, condition.count)} = ${String(condition.place)}`]
  }
}

/** The condition; null when all rows are meant. Columns are read under the prefix, empty for bare names. */
export const emitRange = (table: TableEntry, range: RowRange, prefix: string): string | null => {
  const parts = range.conditions.flatMap((condition) => emitOne(table, condition, prefix))
  return parts.length === 0 ? null : parts.map((part) => `(${part})`).join(" AND ")
}
