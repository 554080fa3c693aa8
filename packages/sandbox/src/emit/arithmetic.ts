// Operators on values: which types go together and what comes out. [documented: Datetime/Interval Arithmetic]
import { DatabaseError } from "../engine/engine.ts"
import { ora } from "../errors/ora.ts"
import type { BinaryOperation } from "../sql/ast/index.ts"
import type { Family } from "../types/value-type.ts"
import {
  clobType,
  dateType,
  daySecondType,
  doubleType,
  familyOf,
  numberType,
  textType,
  yearMonthType
} from "../types/value-type.ts"
import { asNumber, asText, convert, inconsistent } from "./convert.ts"
import type { EmitContext } from "./emit-context.ts"
import type { Emitted } from "./emitted.ts"
import { emitted } from "./emitted.ts"

const isInterval = (family: Family): boolean => family === "day-second" || family === "year-month"

const isMoment = (family: Family): boolean => family === "datetime" || family === "zoned"

const datePlusNumber = (
  context: EmitContext,
  date: Emitted,
  days: Emitted,
  sign: "" | "-",
  offset: number
): Emitted => {
  const moment = convert(context, date, dateType, offset)
  return emitted(
    `sys.date_add(${moment.sql}, ${sign}(${asNumber(context, days, offset)}))`,
    dateType,
    date.isNullable || days.isNullable
  )
}

const momentPlusInterval = (moment: Emitted, interval: Emitted, sign: "" | "-"): Emitted => {
  const value = `${sign}(${interval.sql})`
  const isNullable = moment.isNullable || interval.isNullable
  if (familyOf(moment.type) === "zoned") {
    if (familyOf(interval.type) === "day-second")
      return emitted(`sys.zoned_add(${moment.sql}, ${value})`, moment.type, isNullable)
    return emitted(
      `sys.zoned_from_timestamp(sys.add_ym(sys.local_of(${moment.sql}), ${value}), sys.zone_of(${moment.sql}))`,
      moment.type,
      isNullable
    )
  }
  if (familyOf(interval.type) === "year-month")
    return emitted(`sys.add_ym(${moment.sql}, ${value})`, moment.type, isNullable)
  const sum = `sys.add_seconds(${moment.sql}, ${value})`
  return emitted(moment.type.name === "DATE" ? `date_trunc('second', ${sum})` : sum, moment.type, isNullable)
}

const difference = (context: EmitContext, left: Emitted, right: Emitted, offset: number): Emitted => {
  const isNullable = left.isNullable || right.isNullable
  if (familyOf(left.type) === "zoned" || familyOf(right.type) === "zoned") {
    const zoned = familyOf(left.type) === "zoned" ? left.type : right.type
    const [a, b] = [convert(context, left, zoned, offset), convert(context, right, zoned, offset)]
    return emitted(`sys.zoned_diff(${a.sql}, ${b.sql})`, daySecondType, isNullable)
  }
  if (left.type.name === "DATE" && right.type.name === "DATE")
    return emitted(`sys.date_diff(${left.sql}, ${right.sql})`, numberType, isNullable)
  return emitted(`sys.seconds_diff(${left.sql}, ${right.sql})`, daySecondType, isNullable)
}

const addMoments = (context: EmitContext, node: BinaryOperation, left: Emitted, right: Emitted): Emitted | null => {
  const [a, b] = [familyOf(left.type), familyOf(right.type)]
  const { start } = node
  if (node.operator === "-" && isMoment(a) && isMoment(b)) return difference(context, left, right, start)
  if (node.operator === "+" && isMoment(a) && isMoment(b))
    throw new DatabaseError(975, "ORA-00975: date + date not allowed", start)
  const sign = node.operator === "-" ? "-" : ""
  if (isMoment(a)) {
    if (isInterval(b)) return momentPlusInterval(left, right, sign)
    return datePlusNumber(context, left, right, sign, start)
  }
  if (isMoment(b)) {
    if (node.operator === "-") throw inconsistent(right.type, left.type, start)
    if (isInterval(a)) return momentPlusInterval(right, left, "")
    return datePlusNumber(context, right, left, "", start)
  }
  return null
}

const intervalMath = (context: EmitContext, node: BinaryOperation, left: Emitted, right: Emitted): Emitted | null => {
  const [a, b] = [familyOf(left.type), familyOf(right.type)]
  if (!isInterval(a) && !isInterval(b)) return null
  const isNullable = left.isNullable || right.isNullable
  const type = isInterval(a)
    ? a === "day-second"
      ? daySecondType
      : yearMonthType
    : b === "day-second"
      ? daySecondType
      : yearMonthType
  if (node.operator === "+" || node.operator === "-") {
    if (a !== b) throw inconsistent(left.type, right.type, node.start)
    return emitted(`(${left.sql} ${node.operator} ${right.sql})`, type, isNullable)
  }
  if (node.operator === "*") {
    const [interval, factor] = isInterval(a) ? [left, right] : [right, left]
    return emitted(
      `round(${interval.sql} * ${asNumber(context, factor, node.start)}, ${type === daySecondType ? "9" : "0"})`,
      type,
      isNullable
    )
  }
  if (node.operator === "/" && isInterval(a))
    return emitted(
      `round(sys.div(${left.sql}, ${asNumber(context, right, node.start)}), ${type === daySecondType ? "9" : "0"})`,
      type,
      isNullable
    )
  throw inconsistent(numberType, right.type, node.start)
}

const concatenate = (context: EmitContext, node: BinaryOperation, left: Emitted, right: Emitted): Emitted => {
  const isNullable = left.isNullable && right.isNullable
  if ([left, right].some(({ type }) => familyOf(type) === "clob")) {
    const [a, b] = [convert(context, left, clobType, node.start), convert(context, right, clobType, node.start)]
    return emitted(`sys.concat(${a.sql}, ${b.sql})`, clobType, isNullable)
  }
  if ([left, right].some(({ type }) => familyOf(type) === "long")) throw ora(997, [], node.start)
  const [a, b] = [asText(context, left, node.start), asText(context, right, node.start)]
  const size = a.type.lengthBytes + b.type.lengthBytes
  const sql = `sys.concat(${a.sql}, ${b.sql})`
  return emitted(size > 4000 ? `sys.long_text(${sql}, 4000)` : sql, textType(size), isNullable)
}

/** `a + b` and the like. */
export const emitBinary = (context: EmitContext, node: BinaryOperation, left: Emitted, right: Emitted): Emitted => {
  if (node.operator === "||") return concatenate(context, node, left, right)
  if (node.operator === "+" || node.operator === "-") {
    const moment = addMoments(context, node, left, right)
    if (moment !== null) return moment
  }
  const interval = intervalMath(context, node, left, right)
  if (interval !== null) return interval
  const isNullable = left.isNullable || right.isNullable
  if ([left, right].some(({ type }) => familyOf(type) === "float")) {
    const [a, b] = [
      convert(context, left, doubleType, node.start).sql,
      convert(context, right, doubleType, node.start).sql
    ]
    return emitted(node.operator === "/" ? `(${a} / ${b})` : `(${a} ${node.operator} ${b})`, doubleType, isNullable)
  }
  const [a, b] = [asNumber(context, left, node.start), asNumber(context, right, node.start)]
  if (node.operator === "/") return emitted(`sys.div(${a}, ${b})`, numberType, isNullable)
  if (node.operator === "**") return emitted(`sys.power(${a}, ${b})`, numberType, isNullable)
  return emitted(`(${a} ${node.operator} ${b})`, numberType, isNullable)
}

/** `-x`. */
export const emitSign = (context: EmitContext, operator: "+" | "-", value: Emitted, offset: number): Emitted => {
  const family = familyOf(value.type)
  const plain =
    isInterval(family) || family === "float"
      ? value
      : emitted(asNumber(context, value, offset), numberType, value.isNullable)
  return operator === "+" ? plain : emitted(`(- ${plain.sql})`, plain.type, plain.isNullable)
}
