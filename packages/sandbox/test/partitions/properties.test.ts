import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CatalogChange } from "../../src/catalog/catalog-change.ts"
import type { OracleType, PartitionBound, PartitionEntry, TableEntry } from "../../src/catalog/entries.ts"
import { newCatalog } from "../../src/catalog/load-catalog.ts"
import { plainType } from "../../src/catalog/oracle-type.ts"
import { noStorage } from "../../src/catalog/entry.ts"
import { addIntervalPartitions } from "../../src/partitions/add-interval-partitions.ts"
import { addMonths, formatMoment, monthsBetween, parseMoment } from "../../src/partitions/calendar.ts"
import { compareBounds, isBelow } from "../../src/partitions/compare-bounds.ts"
import { compareDecimals, decimalSteps, formatDecimal, parseDecimal } from "../../src/partitions/decimal.ts"
import { hashKey, placeKey } from "../../src/partitions/hash-key.ts"
import { makePartition, plainPlan } from "../../src/partitions/make-partition.ts"
import { makePlacer } from "../../src/partitions/place-row.ts"
import { rangeOfPartition } from "../../src/partitions/row-range.ts"
import type { IntervalStep } from "../../src/catalog/entries.ts"

const now = "2026-01-31 22:00:05"

const less = (text: string): PartitionBound => ({ kind: "less-than", values: [{ kind: "value", text }] })

const table = (type: OracleType, step: IntervalStep | null, subpartitions: number): TableEntry => ({
  kind: "table",
  id: 900_000,
  owner: "HR",
  name: "T",
  parentId: null,
  createdAt: now,
  lastDdlAt: now,
  isValid: true,
  isSystemNamed: false,
  columns: [
    {
      id: 1,
      name: "K",
      type,
      position: 1,
      visibility: "visible",
      isNullable: true,
      default: null,
      identity: null,
      virtual: null,
      comment: null,
      encryption: null,
      collation: null,
      statistics: null
    }
  ],
  nextColumnId: 2,
  partitioning: {
    method: "RANGE",
    columns: [1],
    interval: step === null ? null : { text: "x", step, storeIn: ["TS1", "TS2"] },
    subpartitioning:
      subpartitions === 0 ? null : { method: "HASH", columns: [1], count: subpartitions, storeIn: [], template: null }
  },
  temporary: null,
  isReadOnly: false,
  isRowMovement: false,
  isTableLock: true,
  isCached: false,
  isResultCacheForced: false,
  isRowDependencies: false,
  isMonitoring: true,
  isRowArchival: false,
  defaultCollation: "USING_NLS_COMP",
  degree: 1,
  storage: noStorage,
  hasSegment: false,
  comment: null,
  statistics: null,
  isStatisticsLocked: false,
  logGroups: [],
  dropped: null
})

const open = (entry: TableEntry, bounds: ReadonlyArray<string>): CatalogChange => {
  const change = new CatalogChange(newCatalog(now))
  change.put(entry)
  for (const bound of bounds) makePartition(change, entry, plainPlan(less(bound)), now)
  return change
}

const partitionsOf = (change: CatalogChange): ReadonlyArray<PartitionEntry> =>
  change.catalog.childrenOf(900_000, "partition")

const moments = fc
  .integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 })
  .map((seconds) => formatMoment(BigInt(seconds) * 1_000_000_000n))

const steps: fc.Arbitrary<IntervalStep> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((months) => ({ kind: "months" as const, months })),
  fc
    .integer({ min: 1, max: 400 })
    .map((hours) => ({ kind: "duration" as const, nanoseconds: String(BigInt(hours) * 3_600_000_000_000n) }))
)

/** A key lies between the bounds of its partition's RowRange. */
const lies = (
  type: OracleType,
  change: CatalogChange,
  entry: TableEntry,
  partition: PartitionEntry,
  key: string
): boolean => {
  const [condition] = rangeOfPartition(entry, partitionsOf(change), partition).conditions
  if (condition?.kind !== "between") return false
  const isAbove = condition.lower === null || !isBelow([type], [key], condition.lower)
  return isAbove && isBelow([type], [key], condition.upper)
}

describe("interval partitions", () => {
  it("hold exactly the keys between their bounds, do not overlap, and have names of their own", () => {
    const type = plainType("DATE")
    fc.assert(
      fc.property(
        steps,
        fc.array(moments, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 4 }),
        (step, keys, subpartitions) => {
          const entry = table(type, step, subpartitions)
          const change = open(entry, ["2016-05-15 00:00:00", "2020-03-10 12:00:00"])
          for (const key of keys) addIntervalPartitions(change, entry.id, [[key]], now)
          const all = partitionsOf(change)
          const placer = makePlacer(entry, all)
          for (const key of keys) {
            const placement = placer.place([key])
            expect(placement.kind).toBe("existing")
            const holders = all.filter((partition) => lies(type, change, entry, partition, key))
            expect(holders.map(({ id }) => id)).toEqual(placement.kind === "existing" ? [placement.partition.id] : [])
          }
          for (const [at, partition] of all.entries()) {
            const next = all[at + 1]
            if (next !== undefined) expect(compareBounds([type], partition.bound, next.bound)).toBeLessThan(0)
            expect(partition.subpartitions.length).toBe(subpartitions)
          }
          const names = all.flatMap(({ name, subpartitions: parts }) => [name, ...parts.map((part) => part.name)])
          expect(new Set(names).size).toBe(names.length)
          expect(
            addIntervalPartitions(
              change,
              entry.id,
              keys.map((key) => [key]),
              now
            )
          ).toEqual([])
        }
      ),
      { numRuns: 150 }
    )
  })

  it("are the same whatever the order of the keys", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 5000 }), { minLength: 1, maxLength: 30 }), (keys) => {
        const entry = table(plainType("NUMBER"), { kind: "number", text: "2.5" }, 0)
        const bounds = (order: ReadonlyArray<number>): unknown => {
          const change = open(entry, ["10"])
          addIntervalPartitions(
            change,
            entry.id,
            order.map((key) => [String(key)]),
            now
          )
          return partitionsOf(change).map(({ bound }) => bound)
        }
        expect(bounds(keys.toReversed())).toEqual(bounds(keys))
      }),
      { numRuns: 100 }
    )
  })

  const refusal = (place: () => unknown): number => {
    try {
      place()
      return 0
    } catch (error) {
      return (error as { code: number }).code
    }
  }

  it.each([
    ["RAJ: bound 2, interval 1", "2", "1048575", "1048576"],
    ["ATK: bound 1, interval 1", "1", "1048574", "1048575"]
  ])("end where published tests found it (%s)", (_case, bound, last, beyond) => {
    const entry = table(plainType("NUMBER"), { kind: "number", text: "1" }, 0)
    const placer = makePlacer(entry, partitionsOf(open(entry, [bound])))
    expect(refusal(() => placer.place([last]))).toBe(0)
    expect(refusal(() => placer.place([beyond]))).toBe(14300)
  })

  it("count positions times subpartitions: daily by 1024 ends after 1023 partitions", () => {
    const entry = table(plainType("DATE"), { kind: "duration", nanoseconds: "86400000000000" }, 1024)
    const placer = makePlacer(entry, partitionsOf(open(entry, ["2020-01-01 00:00:00"])))
    expect(refusal(() => placer.place(["2022-10-18 00:00:00"]))).toBe(0)
    expect(refusal(() => placer.place(["2022-10-20 00:00:00"]))).toBe(14300)
  })

  it("refuse NULL with ORA-14300 and a bound after 9999 with ORA-01841 (assumed)", () => {
    const entry = table(plainType("DATE"), { kind: "months", months: 1 }, 0)
    const placer = makePlacer(entry, partitionsOf(open(entry, ["2020-01-01 00:00:00"])))
    expect(refusal(() => placer.place([null]))).toBe(14300)
    expect(refusal(() => placer.place(["9999-12-31 00:00:00"]))).toBe(1841)
    expect(placer.place(["9999-11-30 23:59:59"]).kind).toBe("missing")
  })

  it("are no matter for a range table: above the last bound and NULL are ORA-14400", () => {
    const entry = table(plainType("NUMBER"), null, 0)
    const placer = makePlacer(entry, partitionsOf(open(entry, ["10"])))
    expect(refusal(() => placer.place(["10"]))).toBe(14400)
    expect(refusal(() => placer.place([null]))).toBe(14400)
    expect(refusal(() => placer.place(["-5"]))).toBe(0)
  })
})

describe("calendar", () => {
  it("reads what it writes, to the nanosecond, from 4712 BC on", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -210_866_803_200_000_000_000n, max: 253_402_300_799_999_999_999n }), (moment) => {
        const text = formatMoment(moment)
        if (!/^-?0000/u.test(text)) expect(parseMoment(text)).toBe(moment)
      })
    )
  })

  it("counts whole months so that the moment lies between two of them", () => {
    fc.assert(
      fc.property(moments, moments, (from, to) => {
        const [a, b] = [parseMoment(from.replace(/-\d\d /u, "-15 ")) ?? 0n, parseMoment(to) ?? 0n]
        const months = monthsBetween(a, b)
        expect(addMonths(a, months) <= b && b < addMonths(a, months + 1)).toBe(true)
      })
    )
  })

  it.each(["2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "2024-01-01 24:00:00", "x"])(
    "knows that %s is no date",
    (text) => {
      expect(parseMoment(text)).toBeNull()
    }
  )
})

describe("decimal numbers", () => {
  it("compare and divide exactly", () => {
    const numbers = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 20 }))
      .map(([units, scale]) => ({ units, scale }))
    fc.assert(
      fc.property(numbers, numbers, fc.bigInt({ min: 1n, max: 10n ** 6n }), (a, b, width) => {
        expect(parseDecimal(formatDecimal(a))).toSatisfy((back) => compareDecimals(back as never, a) === 0)
        const step = { units: width, scale: 3 }
        const n = decimalSteps(a, b, step)
        const at = (count: bigint): bigint =>
          (a.units * 10n ** 23n) / 10n ** BigInt(a.scale) + count * width * 10n ** 20n
        const target = (b.units * 10n ** 23n) / 10n ** BigInt(b.scale)
        expect(at(n) <= target && target < at(n + 1n)).toBe(true)
      })
    )
  })

  it.each([
    ["1E3", "1000"],
    [".5", "0.5"],
    ["-0", "0"],
    ["+1.500", "1.5"],
    ["abc", null],
    ["", null]
  ])("reads %s as %s", (text, expected) => {
    const value = parseDecimal(text)
    expect(value === null ? null : formatDecimal(value)).toBe(expected)
  })
})

describe("hash placement", () => {
  it("gives the published ORA_HASH values", () => {
    const text = { ...plainType("VARCHAR2"), name: "VARCHAR2" as const }
    expect(hashKey([text], ["test"])).toBe(2_662_839_991)
    expect(hashKey([plainType("NUMBER")], ["2023"])).toBe(2_671_887_358)
    expect(hashKey([plainType("DATE")], ["2023-03-01 12:34:56"])).toBe(112_410_422)
    expect(hashKey([text], ["abracadabra"]) % 256).toBe(82)
    expect(hashKey([text], ["fred"]) % 1024).toBe(903)
  })

  it("puts every key into one of the parts, and into one of two when the count grows by one", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), (key, count) => {
        const place = placeKey([plainType("NUMBER")], [String(key)], count)
        expect(place >= 0 && place < count).toBe(true)
        const after = placeKey([plainType("NUMBER")], [String(key)], count + 1)
        expect(after === place || after === count).toBe(true)
      })
    )
  })
})
