// Number functions. Only what has an exact answer is worked out here.
import { ora } from "../errors/ora.ts"
import type { FastFunction } from "./builtin.ts"
import { valueError } from "./convert.ts"
import type { Num } from "./number.ts"
import {
  ceilNum,
  divideNum,
  floorNum,
  modNum,
  multiplyNum,
  negateNum,
  powerNum,
  roundNum,
  signNum,
  subtractNum
} from "./number.ts"
import { readNum } from "./number-text.ts"
import type { Value } from "./value.ts"
import { isNum } from "./value.ts"

/** The number of a plain value; undefined when SQL has to tell. */
const numberOf = (value: Value | undefined): Num | null | undefined => {
  if (value === null || isNum(value)) return value
  if (typeof value !== "string") return undefined
  const number = readNum(value)
  if (number === null) throw valueError("character to number conversion error")
  return number
}

const ofNumber =
  (make: (value: Num) => Value): FastFunction =>
  ([value]) => {
    const number = numberOf(value)
    return number === null || number === undefined ? number : make(number)
  }

const ofTwo =
  (make: (left: Num, right: Num) => Value | undefined): FastFunction =>
  ([left, right]) => {
    const [a, b] = [numberOf(left), numberOf(right)]
    if (a === undefined || b === undefined) return undefined
    return a === null || b === null ? null : make(a, b)
  }

/** ROUND and TRUNC of numbers; those of datetimes are SQL's. */
const rounding =
  (mode: "round" | "trunc"): FastFunction =>
  ([value, places = 0]) => {
    if (!isNum(value)) return value === null ? null : undefined
    const count = numberOf(places)
    if (count === undefined || count === null) return count
    const whole = roundNum(count, 0, "trunc")
    return typeof whole === "number" ? roundNum(value, whole, mode) : undefined
  }

const isEven = (value: Num): boolean => modNum(value, 2) === 0

/** n - m * the nearest integer of n / m, the even one of two. */
const remainder = (left: Num, right: Num): Value => {
  if (signNum(right) === 0) throw ora(1476)
  const quotient = divideNum(left, right)
  const low = floorNum(quotient)
  const rest = subtractNum(multiplyNum(subtractNum(quotient, low), 2), 1)
  const side = signNum(rest)
  const nearest = side > 0 || (side === 0 && !isEven(low)) ? subtractNum(low, -1) : low
  return subtractNum(left, multiplyNum(right, nearest))
}

const bitand = (left: Num, right: Num): Value | undefined =>
  typeof left === "number" && typeof right === "number" ? Number(BigInt(left) & BigInt(right)) : undefined

/** Fast paths by name. */
export const numberFunctions: Readonly<Record<string, FastFunction>> = {
  ABS: ofNumber((value) => (signNum(value) < 0 ? negateNum(value) : value)),
  SIGN: ofNumber(signNum),
  FLOOR: ofNumber(floorNum),
  CEIL: ofNumber(ceilNum),
  ROUND: rounding("round"),
  TRUNC: rounding("trunc"),
  MOD: ofTwo(modNum),
  REMAINDER: ofTwo(remainder),
  POWER: ofTwo((base, exponent) => powerNum(base, exponent) ?? undefined),
  BITAND: ofTwo(bitand)
}
