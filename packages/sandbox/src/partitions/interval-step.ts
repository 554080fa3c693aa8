// INTERVAL (...) of CREATE TABLE and SET INTERVAL: from the expression to a step, with the rules of the rule book, 1.2, 1.3 and 1.5.
import type { IntervalStep, OracleType, PartitionBound } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { DatetimeField, Expression, FunctionCall, IntervalLiteral } from "../sql/ast/index.ts"
import { dateOf, parseMoment } from "./calendar.ts"
import type { Decimal } from "./decimal.ts"
import { formatDecimal, parseDecimal } from "./decimal.ts"
import { familyOf } from "./key-types.ts"

const monthUnits: Readonly<Record<string, number>> = { YEAR: 12, MONTH: 1 }
const nanosOf: Readonly<Record<string, bigint>> = {
  DAY: 86_400_000_000_000n,
  HOUR: 3_600_000_000_000n,
  MINUTE: 60_000_000_000n,
  SECOND: 1_000_000_000n
}

const constantNumber = (expression: Expression | undefined): Decimal | null => {
  if (expression?.kind === "number") return parseDecimal(expression.text)
  if (expression?.kind !== "unary" || expression.operator === "PRIOR" || expression.operator === "CONNECT_BY_ROOT")
    return null
  const operand = constantNumber(expression.operand)
  return operand === null || expression.operator === "+" ? operand : { ...operand, units: -operand.units }
}

const scaled = ({ units, scale }: Decimal, factor: bigint): bigint => (units * factor) / 10n ** BigInt(scale)

const readCall = (call: FunctionCall): IntervalStep => {
  const name = call.path.at(-1)?.value ?? ""
  const [count, unit] = call.arguments.map(({ value }) => value)
  const amount = constantNumber(count)
  if (amount === null || unit?.kind !== "string") throw ora(14752, [], call.start)
  const word = unit.value.trim().toUpperCase()
  if (name === "NUMTOYMINTERVAL") {
    const months = monthUnits[word]
    if (months === undefined) throw ora(1760, [], unit.start)
    return { kind: "months", months: Number(scaled(amount, BigInt(months))) }
  }
  if (name !== "NUMTODSINTERVAL") throw ora(14752, [], call.start)
  const nanos = nanosOf[word]
  if (nanos === undefined) throw ora(1760, [], unit.start)
  return { kind: "duration", nanoseconds: String(scaled(amount, nanos)) }
}

const fields: ReadonlyArray<DatetimeField> = ["DAY", "HOUR", "MINUTE", "SECOND"]

const readLiteral = (literal: IntervalLiteral): IntervalStep => {
  const numbers = literal.text.trim().split(/[-:\s]+/u)
  const [first = "", second = "0"] = numbers
  if (literal.from === "YEAR" || literal.from === "MONTH") {
    const months = literal.from === "YEAR" ? Number(first) * 12 + Number(second) : Number(first)
    if (!Number.isInteger(months)) throw ora(1867, [], literal.start)
    return { kind: "months", months }
  }
  const from = fields.indexOf(literal.from)
  let nanos = 0n
  for (const [at, text] of numbers.entries()) {
    const amount = parseDecimal(text)
    const unit = nanosOf[fields[from + at] ?? ""]
    if (amount === null || unit === undefined) throw ora(1867, [], literal.start)
    nanos += scaled(amount, unit)
  }
  return { kind: "duration", nanoseconds: String(nanos) }
}

const readStep = (expression: Expression): IntervalStep => {
  if (expression.kind === "call") return readCall(expression)
  if (expression.kind === "interval") return readLiteral(expression)
  const number = constantNumber(expression)
  if (number === null) throw ora(14752, [], expression.start)
  return { kind: "number", text: formatDecimal(number) }
}

const isPositive = (step: IntervalStep): boolean => {
  if (step.kind === "months") return step.months > 0
  if (step.kind === "duration") return BigInt(step.nanoseconds) > 0n
  return (parseDecimal(step.text)?.units ?? 0n) > 0n
}

/**
 * The step of an interval expression for a key of this type. Fails with ORA-14752 (no constant, or of another family than the key), ORA-01760
 * (unknown unit), ORA-14754 (not above zero; assumed).
 */
export const readIntervalStep = (expression: Expression, keyType: OracleType): IntervalStep => {
  const step = readStep(expression)
  const isNumberKey = familyOf(keyType) === "number"
  if (isNumberKey !== (step.kind === "number")) throw ora(14752, [], expression.start)
  const hasFractionOfSecond = step.kind === "duration" && BigInt(step.nanoseconds) % 1_000_000_000n !== 0n
  if (keyType.name === "DATE" && hasFractionOfSecond) throw ora(14752, [], expression.start)
  if (!isPositive(step)) throw ora(14754, [], expression.start)
  return step
}

/** Fails with ORA-14767 when months are counted from a bound on the 29th, 30th or 31st. */
export const checkIntervalDays = (
  step: IntervalStep,
  bounds: ReadonlyArray<PartitionBound>,
  offset: number | null
): void => {
  if (step.kind !== "months") return
  for (const bound of bounds) {
    const [first] = bound.kind === "less-than" ? bound.values : []
    const moment = first?.kind === "value" ? parseMoment(first.text) : null
    if (moment !== null && dateOf(moment).day > 28) throw ora(14767, [], offset)
  }
}
