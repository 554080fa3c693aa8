// Numbers as people read them: groups of three digits, one decimal at most, spans of time in their largest units.
import { FilterFault } from "../engine/render-fault.ts"

/** What a README says where the snapshot does not know a number. */
export const NOT_KNOWN = "not known"

/** Digits in groups of three: 1,680,050. */
export const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ",")

/** One decimal, left out when it is zero: 85.6, 8. */
export const roundToTenth = (value: number): string => {
  const [whole = "", tenth] = value.toFixed(1).split(".")
  return groupThousands(whole) + (tenth === "0" ? "" : `.${tenth}`)
}

/** Refuses what is not a finite number of at least 0. `meaning` says what it should have been. */
export const requireQuantity = (value: number, meaning: string): void => {
  if (!Number.isFinite(value) || value < 0) throw new FilterFault(`${value} is no ${meaning}.`)
}

const timeUnits = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
  ["s", 1]
] as const

/** Whole seconds in days, hours, minutes and seconds, units of zero left out: `["2 h", "10 min"]`. */
export const splitSeconds = (seconds: number): ReadonlyArray<string> => {
  let rest = seconds
  return timeUnits.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? [] : [`${count} ${unit}`]
  })
}
