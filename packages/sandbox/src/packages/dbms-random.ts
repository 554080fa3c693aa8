// DBMS_RANDOM: repeatable with a seed. The numbers are not Oracle's; their ranges and shapes are.
import { Big, addNum, multiplyNum, subtractNum } from "../plsql/number.ts"
import type { Num } from "../plsql/number.ts"
import type { RandomState } from "../plsql/runtime.ts"
import { numberType, textType } from "../plsql/types.ts"
import type { Value } from "../plsql/value.ts"
import { isNum } from "../plsql/value.ts"
import type { PackageDefinition, PackageSubprogram } from "./package.ts"
import { func, optional, procedure, required } from "./package.ts"

const mask = 0xffff_ffff_ffff_ffffn

/** SplitMix64. */
const next = (state: RandomState): bigint => {
  state.seed = (state.seed + 0x9e37_79b9_7f4a_7c15n) & mask
  let mixed = state.seed
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & mask
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d0_49bb_1331_11ebn) & mask
  return mixed ^ (mixed >> 31n)
}

const digits = 38
const unit = 10n ** BigInt(digits)

/** 0 <= x < 1 with 38 digits. */
const fraction = (state: RandomState): Num => {
  const units = ((next(state) << 64n) | next(state)) % unit
  return units === 0n ? 0 : new Big(units, digits)
}

const below = (state: RandomState, limit: number): number => Number(next(state) % BigInt(limit))

const alphabets: Readonly<Record<string, string>> = {
  U: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  L: "abcdefghijklmnopqrstuvwxyz",
  A: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
  X: "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
}

const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join("")

const makeText = (state: RandomState, option: Value | undefined, length: Value | undefined): string | null => {
  const letters = alphabets[typeof option === "string" ? option.toUpperCase() : "U"] ?? printable
  const count = typeof length === "number" ? Math.min(length, 4000) : 0
  const text = Array.from({ length: Math.max(0, count) }, () => letters[below(state, letters.length)] ?? "").join("")
  return text === "" ? null : text
}

const hash = (text: string): bigint => {
  let value = 1469598103934665603n
  for (const character of text) value = ((value ^ BigInt(character.codePointAt(0) ?? 0)) * 1099511628211n) & mask
  return value
}

const seed = (value: Value | undefined): bigint => {
  if (typeof value === "number") return BigInt(value) & mask
  return hash(typeof value === "string" ? value : "")
}

const seeding = (name: string, parameter: string): ReadonlyArray<PackageSubprogram> =>
  [numberType, textType].map((type) =>
    procedure(name, [required(parameter, type)], ({ runtime }, [value]) => {
      runtime.random.seed = seed(value)
    })
  )

/** Twelve uniform numbers less six: mean 0, variance 1. */
const normal = (state: RandomState): Num => {
  let sum: Num = -6
  for (let at = 0; at < 12; at += 1) sum = addNum(sum, fraction(state))
  return sum
}

/** The package. Source: PL/SQL Packages and Types Reference (ranges), the generator is the sandbox's. */
export const dbmsRandom: PackageDefinition = {
  name: "DBMS_RANDOM",
  subprograms: [
    ...seeding("SEED", "VAL"),
    ...seeding("INITIALIZE", "VAL"),
    procedure("TERMINATE", [], () => null),
    func("VALUE", [], numberType, ({ runtime }) => fraction(runtime.random)),
    func(
      "VALUE",
      [required("LOW", numberType), required("HIGH", numberType)],
      numberType,
      ({ runtime }, [low, high]) => {
        if (low === undefined || high === undefined || !isNum(low) || !isNum(high)) return null
        return addNum(low, multiplyNum(fraction(runtime.random), subtractNum(high, low)))
      }
    ),
    func("NORMAL", [], numberType, ({ runtime }) => normal(runtime.random)),
    func("RANDOM", [], numberType, ({ runtime }) => Number(next(runtime.random) % 4294967296n) - 2147483648),
    func(
      "STRING",
      [optional("OPT", textType, "U"), required("LEN", numberType)],
      textType,
      ({ runtime }, [option, length]) => makeText(runtime.random, option, length)
    )
  ]
}
