// ORA_HASH and the placement of hash (sub)partitions, exactly as the server computes them for the confirmed key types (NUMBER,
// VARCHAR2 in an ASCII-compatible character set, DATE values). Multi-column and TIMESTAMP keys are not confirmed by server values.
import type { Datetime } from "./datetimes.ts"
import { parseDecimal } from "./decimal.ts"

const GOLDEN = 0x9e37_79b9
const BLOCK_BYTES = 16

/** The 32-bit little-endian word at the offset; bytes beyond the end count as 0. */
const readWord = (bytes: Uint8Array, offset: number): number =>
  (bytes[offset] ?? 0) |
  ((bytes[offset + 1] ?? 0) << 8) |
  ((bytes[offset + 2] ?? 0) << 16) |
  ((bytes[offset + 3] ?? 0) << 24)

/**
 * Eight steps, each: one word takes in another, that one takes in the first, and the first is stirred by a shift. Written out,
 * because the sample below is 100,000 hashes and every plan with a hash level waits for it.
 */
const mix = (state: Int32Array): void => {
  let [a = 0, b = 0, c = 0, d = 0] = state
  a = (a + d) | 0
  d = (d + a) | 0
  a ^= a >>> 7
  b = (b + a) | 0
  a = (a + b) | 0
  b ^= b << 13
  c = (c + b) | 0
  b = (b + c) | 0
  c ^= c >>> 17
  d = (d + c) | 0
  c = (c + d) | 0
  d ^= d << 9
  a = (a + d) | 0
  d = (d + a) | 0
  a ^= a >>> 3
  b = (b + a) | 0
  a = (a + b) | 0
  b ^= b << 7
  c = (c + b) | 0
  b = (b + c) | 0
  c ^= c >>> 15
  d = (d + c) | 0
  c = (c + d) | 0
  d ^= d << 11
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = d
}

/**
 * ORA_HASH(expr, 4294967295, seed) of the bytes that DUMP shows, as an unsigned 32-bit number. All arithmetic is modulo 2^32;
 * a length that is a multiple of 16 takes one more, empty, block.
 */
export const oraHash = (bytes: Uint8Array, seed = 0): number => {
  const state = Int32Array.of(GOLDEN, GOLDEN, GOLDEN, seed)
  for (let offset = 0; offset <= bytes.length; offset += BLOCK_BYTES) {
    const isFull = bytes.length - offset >= BLOCK_BYTES
    const last = readWord(bytes, offset + 12)
    state[3] = (state[3] ?? 0) + (isFull ? last : (last << 8) + bytes.length)
    for (let word = 0; word < 3; word += 1) state[word] = (state[word] ?? 0) + readWord(bytes, offset + 4 * word)
    mix(state)
  }
  return (state[3] ?? 0) >>> 0
}

/** ORA_HASH(expr, maxBucket): the hash modulo maxBucket + 1. */
export const oraHashBucket = (hash: number, maxBucket: number): number => hash % (maxBucket + 1)

/** Base-100 digits that a NUMBER keeps: 20, which are 39 or 40 decimal digits. */
const MAX_MANTISSA = 20

/** NUMBER holds magnitudes from 1E-130 (100^-65) to just below 1E126 (100^63). */
const MAX_EXPONENT_100 = 62
const MIN_EXPONENT_100 = -65

/** Base-100 digits of a positive number without leading and trailing zeros, and the power of 100 of the first one. */
const splitBase100 = (
  units: bigint,
  scale: number
): { readonly digits: ReadonlyArray<number>; readonly exponent: number } => {
  const even = scale % 2 === 0 ? { units, scale } : { units: units * 10n, scale: scale + 1 }
  const digits: Array<number> = []
  for (let rest = even.units; rest > 0n; rest /= 100n) digits.unshift(Number(rest % 100n))
  const exponent = digits.length - 1 - even.scale / 2
  while (digits.at(-1) === 0) digits.pop()
  return { digits, exponent }
}

/** A number as Oracle rounds it when it stores it: half away from zero at the twentieth base-100 digit. */
const roundMantissa = (
  units: bigint,
  scale: number
): { readonly digits: ReadonlyArray<number>; readonly exponent: number } => {
  const split = splitBase100(units, scale)
  if (split.digits.length <= MAX_MANTISSA) return split
  const next = split.digits[MAX_MANTISSA] ?? 0
  let kept = 0n
  for (const digit of split.digits.slice(0, MAX_MANTISSA)) kept = kept * 100n + BigInt(digit)
  const rounded = splitBase100(next >= 50 ? kept + 1n : kept, 0)
  return { digits: rounded.digits, exponent: rounded.exponent + split.exponent - (MAX_MANTISSA - 1) }
}

/**
 * A NUMBER in the form DUMP shows: exponent byte, base-100 digits plus 1; negative numbers complemented, with a closing 102 when
 * shorter than 20 digits; zero, and what is too small to store, is one byte. A text that is no NUMBER gives no bytes, as NULL does.
 */
export const encodeNumber = (decimalText: string): Uint8Array => {
  const value = parseDecimal(decimalText)
  if (value === null) return new Uint8Array()
  if (value.units === 0n) return Uint8Array.of(0x80)
  const isNegative = value.units < 0n
  const { digits, exponent } = roundMantissa(isNegative ? -value.units : value.units, value.scale)
  if (exponent > MAX_EXPONENT_100) return new Uint8Array()
  if (exponent < MIN_EXPONENT_100) return Uint8Array.of(0x80)
  if (!isNegative) return Uint8Array.of(0xc1 + exponent, ...digits.map((digit) => digit + 1))
  const closing = digits.length < MAX_MANTISSA ? [102] : []
  return Uint8Array.of(0x3e - exponent, ...digits.map((digit) => 101 - digit), ...closing)
}

/** A DATE expression in its 8-byte external form: the year as 16-bit little-endian, month, day, hour, minute, second, 0. */
export const encodeDate = (value: Datetime): Uint8Array =>
  Uint8Array.of(value.year & 0xff, value.year >> 8, value.month, value.day, value.hour, value.minute, value.second, 0)

/** Text as stored in an AL32UTF8 database. */
export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text)

/** True for 1, 2, 4, 8, ... */
export const isPowerOfTwo = (n: number): boolean => Number.isInteger(n) && n > 0 && Number.isInteger(Math.log2(n))

/** The powers of two around n (1 or more), the same one twice when n is one itself. */
export const nearestPowersOfTwo = (n: number): readonly [number, number] => {
  const lower = 2 ** Math.floor(Math.log2(Math.max(1, n)))
  return lower >= n ? [lower, lower] : [lower, lower * 2]
}

/** The hash (sub)partition, from 0, that a hash value goes to among count: linear hashing, as if half of the last doubling were done. */
export const placeHash = (hash: number, count: number): number => {
  return placeAmong(hash, count, nearestPowersOfTwo(count)[1])
}

/** The same, with the power of two that count does not exceed given. */
const placeAmong = (hash: number, count: number, power: number): number => {
  const bucket = (hash & (power - 1)) >>> 0
  return bucket >= count ? bucket - power / 2 : bucket
}

/** How even a spread is: rows of the largest (sub)partition over the mean; 1 is perfect. */
export interface Evenness {
  readonly maxOverMean: number
}

/** encodeNumber of a whole number from 1 to 2^53, without its text and BigInt: the sample needs 100,000 of them. */
const encodeInteger = (id: number): Uint8Array => {
  let rest = id
  let zeros = 0
  for (; rest % 100 === 0; rest /= 100) zeros += 1
  let length = 1
  for (let power = 1; power <= rest; power *= 100) length += 1
  const bytes = new Uint8Array(length)
  for (let at = length - 1; at > 0; at -= 1) {
    bytes[at] = (rest % 100) + 1
    rest = Math.floor(rest / 100)
  }
  bytes[0] = 0xc1 + length - 2 + zeros
  return bytes
}

const SAMPLE_IDS = 100_000
let sampleHashes: Uint32Array | null = null

/** Answers for the usual counts, as measured below: nearly every run asks for one of these only, and the sample takes 30 ms. */
export const usualEvenness: ReadonlyArray<readonly [count: number, maxOverMean: number]> = [
  [2, 1.00308],
  [4, 1.00836],
  [8, 1.01024],
  [16, 1.02208],
  [32, 1.03424],
  [64, 1.04768],
  [128, 1.09184],
  [256, 1.12128]
]
const knownEvenness = new Map(usualEvenness.map(([count, maxOverMean]) => [count, { maxOverMean }] as const))

/** Hashes of the NUMBER ids 1 to 100,000, computed once per process: they never change. */
const readSampleHashes = (): Uint32Array => {
  sampleHashes ??= Uint32Array.from({ length: SAMPLE_IDS }, (_, index) => oraHash(encodeInteger(index + 1)))
  return sampleHashes
}

const measure = (hashes: Iterable<number>, count: number): Evenness => {
  const sizes = Array.from({ length: count }, () => 0)
  const [, power] = nearestPowersOfTwo(count)
  let total = 0
  for (const hash of hashes) {
    const bucket = placeAmong(hash, count, power)
    sizes[bucket] = (sizes[bucket] ?? 0) + 1
    total += 1
  }
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0)
  return { maxOverMean: total === 0 ? 1 : (largest * count) / total }
}

/**
 * How evenly NUMBER ids (1 to 100,000 when absent) spread over count hash (sub)partitions. The default answer is kept per count;
 * count is 1 or more.
 */
export const measureEvenness = (count: number, ids?: Iterable<number | bigint | string>): Evenness => {
  if (ids !== undefined)
    return measure(
      Array.from(ids, (id) => oraHash(encodeNumber(String(id)))),
      count
    )
  const known = knownEvenness.get(count)
  if (known !== undefined) return known
  const evenness = measure(readSampleHashes(), count)
  knownEvenness.set(count, evenness)
  return evenness
}
