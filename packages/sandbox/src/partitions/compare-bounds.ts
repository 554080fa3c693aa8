// Order of bounds, and whether a key lies below one. A bound of several columns is compared as a row, MAXVALUE above everything, NULL included.
import type { BoundValue, OracleType, PartitionBound } from "../catalog/entries.ts"
import { compareKeyTexts } from "./key-types.ts"

/** A value of a key column as SqlValue text; null is NULL. */
export type KeyText = string | null

const compareBoundValues = (type: OracleType, a: BoundValue, b: BoundValue): number => {
  if (a.kind === "maxvalue" || b.kind === "maxvalue") return a.kind === b.kind ? 0 : a.kind === "maxvalue" ? 1 : -1
  if (a.kind === "null" || b.kind === "null") return a.kind === b.kind ? 0 : a.kind === "null" ? 1 : -1
  return compareKeyTexts(type, a.text, b.text)
}

const compareRows = (
  types: ReadonlyArray<OracleType>,
  a: ReadonlyArray<BoundValue>,
  b: ReadonlyArray<BoundValue>
): number => {
  for (const [at, type] of types.entries()) {
    const [left, right] = [a[at], b[at]]
    if (left === undefined || right === undefined) return a.length - b.length
    const order = compareBoundValues(type, left, right)
    if (order !== 0) return order
  }
  return 0
}

/** Negative, zero or positive. Only LESS THAN bounds have an order; others are equal. */
export const compareBounds = (types: ReadonlyArray<OracleType>, a: PartitionBound, b: PartitionBound): number =>
  a.kind === "less-than" && b.kind === "less-than" ? compareRows(types, a.values, b.values) : 0

/** A key as the row of a bound. */
export const keyRow = (key: ReadonlyArray<KeyText>): ReadonlyArray<BoundValue> =>
  key.map((text) => (text === null ? { kind: "null" } : { kind: "value", text }))

/** True when a key is below a LESS THAN bound. NULL is below MAXVALUE only. */
export const isBelow = (
  types: ReadonlyArray<OracleType>,
  key: ReadonlyArray<KeyText>,
  bound: PartitionBound
): boolean => bound.kind === "less-than" && compareRows(types, keyRow(key), bound.values) < 0

/** True when a list bound names a key. */
export const isListed = (
  types: ReadonlyArray<OracleType>,
  key: ReadonlyArray<KeyText>,
  bound: PartitionBound
): boolean => bound.kind === "list" && bound.rows.some((row) => compareRows(types, keyRow(key), row) === 0)

/** True when two lists have a row in common; gives it. */
export const sharedRow = (
  types: ReadonlyArray<OracleType>,
  a: PartitionBound,
  b: PartitionBound
): ReadonlyArray<BoundValue> | null => {
  if (a.kind !== "list" || b.kind !== "list") return null
  return a.rows.find((row) => b.rows.some((other) => compareRows(types, row, other) === 0)) ?? null
}
