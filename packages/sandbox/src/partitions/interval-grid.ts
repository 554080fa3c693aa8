// The grid of the interval section: which slot a key falls into and where the slot ends. Slots are counted from the transition point, whether their
// partitions exist or not.
import type { IntervalStep, OracleType, PartitionBound } from "../catalog/entries.ts"
import { addMonths, formatMoment, lastMoment, monthsBetween, parseMoment, stepsBetween } from "./calendar.ts"
import type { Decimal } from "./decimal.ts"
import { addTimes, decimalSteps, formatDecimal, parseDecimal } from "./decimal.ts"

/** A grid: slot n (from 0) holds the keys from bound n - 1 up to bound n, where bound -1 is the transition point. */
export interface IntervalGrid {
  /** Slot of a key; negative below the transition point. null when the text is no value of the key's type. */
  readonly slotOf: (key: string) => bigint | null
  /** Text of the upper bound of a slot; null when it lies beyond what the type can hold (9999-12-31). */
  readonly boundOf: (slot: bigint) => string | null
}

const monthGrid = (origin: bigint, months: number): IntervalGrid => ({
  slotOf: (key) => {
    const moment = parseMoment(key)
    return moment === null ? null : BigInt(Math.floor(monthsBetween(origin, moment) / months))
  },
  boundOf: (slot) => {
    const count = (slot + 1n) * BigInt(months)
    if (count > 130_000n) return null
    const bound = addMonths(origin, Number(count))
    return bound > lastMoment ? null : formatMoment(bound)
  }
})

const durationGrid = (origin: bigint, step: bigint): IntervalGrid => ({
  slotOf: (key) => {
    const moment = parseMoment(key)
    return moment === null ? null : stepsBetween(origin, moment, step)
  },
  boundOf: (slot) => {
    const bound = origin + (slot + 1n) * step
    return bound > lastMoment ? null : formatMoment(bound)
  }
})

const numberGrid = (origin: Decimal, step: Decimal): IntervalGrid => ({
  slotOf: (key) => {
    const value = parseDecimal(key)
    return value === null ? null : decimalSteps(origin, value, step)
  },
  boundOf: (slot) => formatDecimal(addTimes(origin, step, slot + 1n))
})

const originText = (bound: PartitionBound): string | null => {
  const [value] = bound.kind === "less-than" ? bound.values : []
  return value?.kind === "value" ? value.text : null
}

/** The grid of a step from the transition point; null when the bound is no value (which CREATE TABLE refuses). */
export const makeGrid = (step: IntervalStep, transition: PartitionBound): IntervalGrid | null => {
  const text = originText(transition)
  if (text === null) return null
  if (step.kind === "number") {
    const [origin, width] = [parseDecimal(text), parseDecimal(step.text)]
    return origin === null || width === null ? null : numberGrid(origin, width)
  }
  const origin = parseMoment(text)
  if (origin === null) return null
  return step.kind === "months" ? monthGrid(origin, step.months) : durationGrid(origin, BigInt(step.nanoseconds))
}

/** Lower bound of an interval partition: its own minus one step; it does not depend on the neighbours. */
export const lowerBoundOf = (step: IntervalStep, bound: PartitionBound, type: OracleType): PartitionBound | null => {
  const grid = makeGrid(step, bound)
  const text = grid?.boundOf(-2n) ?? null
  return text === null || type === undefined ? null : { kind: "less-than", values: [{ kind: "value", text }] }
}
