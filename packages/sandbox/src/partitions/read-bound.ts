// VALUES of partitions: from the syntax tree to bounds, and the rules on their order.
import type { BoundValue, OracleType, PartitionBound } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { Expression, PartitionValues, RangeBound } from "../sql/ast/index.ts"
import { compareBounds, sharedRow } from "./compare-bounds.ts"
import { constantText } from "./constant-text.ts"
import { parseDecimal } from "./decimal.ts"
import { familyOf } from "./key-types.ts"
import { printKeyText } from "./high-value.ts"

/** Value of a constant that is no plain literal, as SqlValue text of the type; null is NULL. */
export type EvaluateConstant = (expression: Expression, type: OracleType) => Promise<string | null>

const wholeDigits = (text: string): number => {
  const value = parseDecimal(text)
  if (value === null) return 0
  const whole = (value.units < 0n ? -value.units : value.units) / 10n ** BigInt(value.scale)
  return whole === 0n ? 0 : String(whole).length
}

const isTooLarge = (type: OracleType, text: string): boolean => {
  const family = familyOf(type)
  if (family === "number")
    return type.name === "NUMBER" && type.precision !== null && wholeDigits(text) > type.precision - (type.scale ?? 0)
  return family === "character" && Buffer.byteLength(text, "utf8") > type.lengthBytes
}

const readValue = async (expression: Expression, type: OracleType, evaluate: EvaluateConstant): Promise<BoundValue> => {
  if (expression.kind === "null") return { kind: "null" }
  const text = constantText(expression, type) ?? (await evaluate(expression, type))
  if (text === null) return { kind: "null" }
  if (isTooLarge(type, text)) throw ora(14036, [], expression.start)
  return { kind: "value", text }
}

const readRangeValue = async (bound: RangeBound, type: OracleType, evaluate: EvaluateConstant): Promise<BoundValue> => {
  if (bound === "maxvalue") return { kind: "maxvalue" }
  const value = await readValue(bound, type, evaluate)
  if (value.kind === "null") throw ora(14019, [], bound.start)
  return value
}

/** The bound of a VALUES clause; `null` (no clause) is a hash partition. Fails with ORA-14036 and what constants can fail with. */
export const readBound = async (
  values: PartitionValues | null,
  types: ReadonlyArray<OracleType>,
  evaluate: EvaluateConstant
): Promise<PartitionBound> => {
  if (values === null) return { kind: "hash" }
  if (values.kind === "default") return { kind: "default" }
  if (values.kind === "less-than") {
    const row: BoundValue[] = []
    for (const [at, type] of types.entries()) {
      const bound = values.bounds[at]
      if (bound === undefined) throw ora(14018, [], values.start)
      row.push(await readRangeValue(bound, type, evaluate))
    }
    return { kind: "less-than", values: row }
  }
  const rows: BoundValue[][] = []
  for (const items of values.rows) {
    if (items.length !== types.length) throw ora(items.length > types.length ? 14017 : 14018, [], values.start)
    const row: BoundValue[] = []
    for (const [at, type] of types.entries()) {
      const item = items[at]
      if (item !== undefined) row.push(await readValue(item, type, evaluate))
    }
    rows.push(row)
  }
  return { kind: "list", rows }
}

/** A bound with the name of its partition, for messages. */
export interface NamedBound {
  readonly name: string
  readonly bound: PartitionBound
}

const printRow = (types: ReadonlyArray<OracleType>, row: ReadonlyArray<BoundValue>): string =>
  row
    .map((value, at) => {
      const type = types[at]
      return value.kind === "value" && type !== undefined ? printKeyText(type, value.text) : "NULL"
    })
    .join(", ")

const checkRangeOrder = (
  types: ReadonlyArray<OracleType>,
  bounds: ReadonlyArray<NamedBound>,
  offset: number | null
): void => {
  for (const [at, { name, bound }] of bounds.entries()) {
    const next = bounds[at + 1]
    if (next !== undefined && compareBounds(types, bound, next.bound) >= 0) throw ora(14037, [name], offset)
  }
}

const checkListValues = (
  types: ReadonlyArray<OracleType>,
  bounds: ReadonlyArray<NamedBound>,
  offset: number | null
): void => {
  for (const [at, { bound, name }] of bounds.entries()) {
    if (bound.kind === "default" && at < bounds.length - 1) throw ora(14318, [], offset)
    const rest = bounds.slice(at + 1)
    const other = rest.find((candidate) => sharedRow(types, bound, candidate.bound) !== null)
    if (other === undefined) continue
    throw ora(14312, [printRow(types, sharedRow(types, bound, other.bound) ?? []), name], offset)
  }
}

/**
 * Fails when bounds of one level contradict each other: ORA-14037 (ranges do not ascend), ORA-14312 (a list value twice), ORA-14318 (DEFAULT is
 * not last).
 */
export const checkBounds = (
  types: ReadonlyArray<OracleType>,
  bounds: ReadonlyArray<NamedBound>,
  offset: number | null
): void => {
  checkRangeOrder(
    types,
    bounds.filter(({ bound }) => bound.kind === "less-than"),
    offset
  )
  checkListValues(
    types,
    bounds.filter(({ bound }) => bound.kind === "list" || bound.kind === "default"),
    offset
  )
}
