import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseDatetime } from "../src/datetimes.ts"
import {
  encodeDate,
  encodeNumber,
  encodeText,
  isPowerOfTwo,
  measureEvenness,
  nearestPowersOfTwo,
  oraHash,
  oraHashBucket,
  placeHash,
  usualEvenness
} from "../src/ora-hash.ts"

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

const date = (text: string): Uint8Array => {
  const parsed = parseDatetime(text)
  if (parsed === null) throw new Error(`${text} is no date`)
  return encodeDate(parsed)
}

/** The published algorithm once more, word by word in bigint arithmetic: no shared code and no 32-bit tricks with the subject. */
const referenceHash = (bytes: Uint8Array): number => {
  const modulus = 2n ** 32n
  const word = (offset: number): bigint =>
    [3, 2, 1, 0].reduce((sum, index) => sum * 256n + BigInt(bytes[offset + index] ?? 0), 0n)
  const right = (value: bigint, by: bigint): bigint => value ^ (value >> by)
  const left = (value: bigint, by: bigint): bigint => value ^ ((value << by) % modulus)
  let [a, b, c, d] = [0x9e3779b9n, 0x9e3779b9n, 0x9e3779b9n, 0n]
  const sum = (one: bigint, other: bigint): bigint => (one + other) % modulus
  let remaining = bytes.length
  for (let offset = 0; remaining >= 0; offset += 16, remaining -= 16) {
    d = sum(d, remaining >= 16 ? word(offset + 12) : word(offset + 12) * 256n + BigInt(bytes.length))
    ;[a, b, c] = [sum(a, word(offset)), sum(b, word(offset + 4)), sum(c, word(offset + 8))]
    for (const [r1, l1, r2, l2] of [
      [7n, 13n, 17n, 9n],
      [3n, 7n, 15n, 11n]
    ] as const) {
      a = sum(a, d)
      ;[d, a] = [sum(d, a), right(a, r1)]
      b = sum(b, a)
      ;[a, b] = [sum(a, b), left(b, l1)]
      c = sum(c, b)
      ;[b, c] = [sum(b, c), right(c, r2)]
      d = sum(d, c)
      ;[c, d] = [sum(c, d), left(d, l2)]
    }
  }
  return Number(d)
}

describe("oraHash", () => {
  it("agrees with the published algorithm in unbounded arithmetic for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50, size: "max" }), (bytes) => oraHash(bytes) === referenceHash(bytes)),
      {
        numRuns: 500
      }
    )
  })

  it("gives the value a server published for the text 'test'", () => {
    expect(oraHash(encodeText("test"))).toBe(2662839991)
  })

  it("gives the value a server published for the number 2023", () => {
    expect(oraHash(encodeNumber("2023"))).toBe(2671887358)
  })

  it("gives the value a server published for 2023-03-01 12:34:56", () => {
    expect(oraHash(date("2023-03-01 12:34:56"))).toBe(112410422)
  })

  it("gives the buckets a server published for 'abracadabra' of 256 and 'fred' of 1024", () => {
    expect(oraHashBucket(oraHash(encodeText("abracadabra")), 255)).toBe(82)
    expect(oraHashBucket(oraHash(encodeText("fred")), 1023)).toBe(903)
  })

  it("takes one more, empty, block for a length that is a multiple of 16", () => {
    const sixteen = oraHash(encodeText("a".repeat(16)))
    expect(sixteen).not.toBe(oraHash(encodeText("a".repeat(15))))
    expect(sixteen).not.toBe(oraHash(encodeText("a".repeat(17))))
    expect(oraHash(new Uint8Array())).not.toBe(0)
  })

  it("changes with the seed and stays an unsigned 32-bit number", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70, size: "max" }), fc.nat(), (bytes, seed) => {
        const hash = oraHash(bytes, seed)
        return Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32
      })
    )
    expect(oraHash(encodeText("test"), 1)).not.toBe(oraHash(encodeText("test"), 0))
  })
})

describe("encodeNumber", () => {
  it.each([
    ["0", "80"],
    ["-0", "80"],
    ["1", "c102"],
    ["-1", "3e6466"],
    ["10", "c10b"],
    ["100", "c202"],
    ["-100", "3d6466"],
    ["0.1", "c00b"],
    ["0.01", "c002"],
    ["0.001", "bf0b"],
    ["2023", "c21518"],
    ["-2023", "3d514e66"],
    ["123.45", "c202182e"],
    ["-123.45", "3d644e3866"],
    ["1000000", "c402"],
    ["99999999999999999999999999999999999999", `d3${"64".repeat(19)}`],
    ["1E125", "ff0b"],
    ["1E-130", "8002"]
  ])("writes %s as DUMP shows it", (text, bytes) => {
    expect(hex(encodeNumber(text))).toBe(bytes)
  })

  it("leaves the closing 102 out where a negative number has twenty digits already", () => {
    const bytes = encodeNumber(`-${"12".repeat(20)}`)
    expect(bytes).toHaveLength(21)
    expect(bytes.at(-1)).toBe(101 - 12)
  })

  it("rounds beyond twenty base-100 digits and carries through", () => {
    expect(hex(encodeNumber(`${"12".repeat(20)}49`))).toBe(`d5${"0d".repeat(20)}`)
    expect(hex(encodeNumber(`${"12".repeat(20)}50`))).toBe(`d5${"0d".repeat(19)}0e`)
    expect(hex(encodeNumber("9".repeat(42)))).toBe(hex(encodeNumber(`1${"0".repeat(42)}`)))
  })

  it("gives no bytes for a text that is no number and for one beyond NUMBER", () => {
    expect(encodeNumber("abc")).toHaveLength(0)
    expect(encodeNumber("1E126")).toHaveLength(0)
    expect(hex(encodeNumber("1E-140"))).toBe("80")
  })

  it("keeps the order of numbers in the order of bytes", () => {
    const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }), fc.integer({ min: 0, max: 10 }))
    fc.assert(
      fc.property(scaled, scaled, ([left, leftScale], [right, rightScale]) => {
        const byValue = left * 10n ** BigInt(rightScale) - right * 10n ** BigInt(leftScale)
        const byBytes = Buffer.compare(encodeNumber(`${left}E-${leftScale}`), encodeNumber(`${right}E-${rightScale}`))
        return Math.sign(byBytes) === (byValue < 0n ? -1 : byValue > 0n ? 1 : 0)
      })
    )
  })
})

describe("encodeDate", () => {
  it("writes the year as two little-endian bytes", () => {
    expect(hex(date("2023-03-01 12:34:56"))).toBe("e70703010c223800")
  })
})

describe("placeHash", () => {
  it("takes the low bits when the count is a power of two", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 12 }), (hash, power) => {
        return placeHash(hash, 2 ** power) === hash % 2 ** power
      })
    )
  })

  it("moves a bucket that does not exist yet back to the one it will be split from", () => {
    expect(placeHash(11, 12)).toBe(11)
    expect(placeHash(12, 12)).toBe(4)
    expect(placeHash(15, 12)).toBe(7)
    expect(placeHash(0xffffffff, 12)).toBe(7)
    expect(placeHash(2, 3)).toBe(2)
    expect(placeHash(3, 3)).toBe(1)
  })

  it("splits one bucket only when one subpartition is added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 1, max: 300 }), (hash, count) => {
        const after = placeHash(hash, count + 1)
        return after === placeHash(hash, count) || after === count
      })
    )
  })
})

describe("measureEvenness", () => {
  it.each([
    [8, 1.01],
    [16, 1.022],
    [12, 1.515]
  ])("finds %i subpartitions of the ids 1 to 100,000 at %f of the mean", (count, expected) => {
    expect(measureEvenness(count).maxOverMean).toBeCloseTo(expected, 3)
  })

  it("answers the same for the default ids as for the same ids given", () => {
    const ids = Array.from({ length: 100_000 }, (_, id) => id + 1)
    // 12 is measured, the others are written down.
    for (const count of [12, ...usualEvenness.map(([usual]) => usual)]) {
      expect([count, measureEvenness(count)]).toEqual([count, measureEvenness(count, ids)])
    }
  })

  it("is 1 without ids and equals the count when one value fills everything", () => {
    expect(measureEvenness(4, []).maxOverMean).toBe(1)
    expect(measureEvenness(4, [7, 7, 7]).maxOverMean).toBe(4)
  })
})

describe("isPowerOfTwo", () => {
  it("accepts 1, 2, 4 and 2^20 only among these", () => {
    expect([0, 1, 2, 3, 4, 6, 12, 2 ** 20, 2 ** 20 + 1, -2, 1.5].filter(isPowerOfTwo)).toEqual([1, 2, 4, 2 ** 20])
  })
})

describe("nearestPowersOfTwo", () => {
  it.each([
    [1, [1, 1]],
    [3, [2, 4]],
    [8, [8, 8]],
    [12, [8, 16]],
    [1000, [512, 1024]]
  ])("puts %i between %j", (count, expected) => {
    expect(nearestPowersOfTwo(count)).toEqual(expected)
  })
})
