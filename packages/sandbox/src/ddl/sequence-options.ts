// Options of sequences and identity columns with Oracle's defaults and limits. Numbers have up to 28 digits: they are whole numbers, never floats.
import type { SequenceEntry, SequenceOptionsEntry } from "../catalog/entries.ts"
import { ora } from "../errors/ora.ts"
import type { NumberText, SequenceOptions } from "../sql/ast/index.ts"
import type { DdlContext } from "./ddl-context.ts"

const greatest = 10n ** 28n - 1n
const least = -(10n ** 27n - 1n)

const numberOf = (text: NumberText, offset: number): bigint => {
  const value = BigInt(text.digits)
  if (value > greatest || value < -greatest) throw ora(4003, ["value", 28], offset)
  return value
}

const limit = (
  written: NumberText | "none" | null,
  old: string | undefined,
  otherwise: bigint,
  offset: number
): bigint => {
  if (written === "none") return otherwise
  if (written !== null) return numberOf(written, offset)
  return old === undefined ? otherwise : BigInt(old)
}

interface Limits {
  readonly increment: bigint
  readonly min: bigint
  readonly max: bigint
  readonly start: bigint
}

const checkLimits = ({ increment, min, max, start }: Limits, offset: number): void => {
  if (increment === 0n) throw ora(4002, [], offset)
  if (min >= max) throw ora(4004, [], offset)
  if ((increment < 0n ? -increment : increment) > max - min) throw ora(4005, [], offset)
  if (start < min) throw ora(4006, [], offset)
  if (start > max) throw ora(4008, [], offset)
}

const checkCache = ({ increment, min, max }: Limits, cache: number, isCycle: boolean, offset: number): void => {
  if (cache === 1) throw ora(4010, [], offset)
  const cycle = (max - min) / (increment < 0n ? -increment : increment) + 1n
  if (isCycle && BigInt(cache) > cycle) throw ora(4013, [], offset)
}

/**
 * Options with everything filled in; `old` are those that ALTER SEQUENCE starts from. Fails with ORA-04002 to ORA-04013. START WITH LIMIT VALUE has to be
 * resolved by the caller.
 */
export const readSequenceOptions = (
  options: SequenceOptions,
  old: SequenceOptionsEntry | null,
  offset: number
): SequenceOptionsEntry => {
  const increment =
    options.incrementBy === null ? BigInt(old?.incrementBy ?? "1") : numberOf(options.incrementBy, offset)
  const isDescending = increment < 0n
  const min = limit(options.minValue, old?.minValue, isDescending ? least : 1n, offset)
  const max = limit(options.maxValue, old?.maxValue, isDescending ? -1n : greatest, offset)
  const first = isDescending ? max : min
  const written = options.startWith === "limit value" ? null : options.startWith
  const start = written === null ? (old === null ? first : BigInt(old.startWith)) : numberOf(written, offset)
  const limits = { increment, min, max, start }
  checkLimits(limits, offset)
  const isCycle = options.isCycle ?? old?.isCycle ?? false
  const cacheSize = options.cache ?? old?.cacheSize ?? 20
  checkCache(limits, cacheSize, isCycle, offset)
  return {
    startWith: String(start),
    incrementBy: String(increment),
    minValue: String(min),
    maxValue: String(max),
    cacheSize,
    isCycle,
    isOrder: options.isOrder ?? old?.isOrder ?? false,
    isKeep: options.isKeep ?? old?.isKeep ?? false,
    isSession: options.isSession ?? old?.isSession ?? false
  }
}

/** The entry of a new sequence. */
export const makeSequenceEntry = (
  context: DdlContext,
  input: Pick<SequenceEntry, "owner" | "name" | "options" | "identityTableId">
): SequenceEntry => ({
  kind: "sequence",
  id: context.change.takeObjectId(),
  parentId: null,
  createdAt: context.now(),
  lastDdlAt: context.now(),
  isValid: true,
  isSystemNamed: input.identityTableId !== null,
  lastNumber: input.options.startWith,
  ...input
})
