// The wishes must be such that a DBA would sign them: the rules are partitioning.md 1.4 to 1.6 and 2.2, computed here on their own.
import type { IntervalUnit } from "@orapart/contract"
import { addIntervals, bound, interval } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { allEntries, readExamples } from "./example-files.ts"

const positionLimit = 1_048_575

interface Wishes {
  readonly partition_column?: string
  readonly interval_type?: IntervalUnit
  readonly interval_value?: number
  readonly initial_partition_value?: string | number
  readonly subpartition_column?: string
  readonly subpartition_count?: number
}

/** Wishes with the source's own layout where the action keeps it. */
const wishesOf = ({ entry, table }: (typeof allEntries)[number]) => {
  const wishes = entry.target_configuration as Wishes
  const existing = table.partitioning
  const text = String(wishes.initial_partition_value ?? "")
  const written = /\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?/.exec(text)?.[0] ?? text
  const keptBound = existing?.partitions[0]?.bound
  const first = written === "" ? keptBound : bound(written)
  return {
    keyName: wishes.partition_column ?? existing?.columns[0],
    step:
      wishes.interval_type === undefined
        ? (existing?.interval ?? interval("DAY"))
        : interval(wishes.interval_type, Number(wishes.interval_value)),
    anchor: first !== undefined && first !== null && "value" in first ? first.value : null,
    hashName: wishes.subpartition_column,
    subpartitions: Number(wishes.subpartition_count ?? 1)
  }
}

const cases = allEntries.map((one) => ({
  ...one,
  wishes: wishesOf(one),
  key: one.table.columns.find(({ name }) => name === wishesOf(one).keyName)
}))
const anchored = cases.filter(({ wishes }) => wishes.anchor !== null)

const precedes = (left: string, right: string, unit: string): boolean =>
  unit === "NUMBER" ? Number(left) <= Number(right) : left <= right

const later = (value: string, years: number): string => `${Number(value.slice(0, 4)) + years}${value.slice(4)}`

const slots = (from: string, to: string, step: ReturnType<typeof interval>): number => {
  if (step.unit === "NUMBER") return Math.ceil((Number(to) - Number(from)) / Number(step.value))
  const seconds = (Date.parse(`${to.replace(" ", "T")}Z`) - Date.parse(`${from.replace(" ", "T")}Z`)) / 1000
  const one =
    (Date.parse(`${addIntervals("2001-01-01", 1, step).replace(" ", "T")}Z`) - Date.parse("2001-01-01T00:00:00Z")) /
    1000
  return Math.ceil(seconds / one)
}

describe("wishes of the examples", () => {
  it.each(cases)("$label keys on a column that has no NULLs", ({ entry, key }) => {
    expect(key?.statistics?.nullCount).toBe(0)
    if (entry.enabled !== false) expect(key?.nullable).toBe(false)
  })

  it.each(anchored)("$label starts on the grid right below its smallest key", ({ key, wishes, entry }) => {
    const low = key?.statistics?.low ?? ""
    const { anchor, step } = wishes
    expect(precedes(anchor ?? "", low, step.unit)).toBe(true)
    const isKept = entry.target_configuration["interval_type"] === undefined
    if (!isKept) expect(precedes(addIntervals(anchor ?? "", 1, step), low, step.unit)).toBe(false)
    if (/^(MONTH|QUARTER|YEAR)$/.test(step.unit)) expect(Number(anchor?.slice(8, 10))).toBeLessThanOrEqual(28)
  })

  it.each(cases)("$label spreads over a power of two by a column with values enough", ({ table, wishes }) => {
    if (wishes.hashName === undefined) return
    const hashed = table.columns.find(({ name }) => name === wishes.hashName)
    expect(Number.isInteger(Math.log2(wishes.subpartitions))).toBe(true)
    expect(hashed?.statistics?.distinctCount).toBeGreaterThanOrEqual(10 * wishes.subpartitions)
    expect(hashed?.statistics?.nullCount).toBe(0)
  })

  it.each(anchored)("$label has positions for the keys it holds", ({ key, wishes }) => {
    const used = slots(wishes.anchor ?? "", key?.statistics?.high ?? "", wishes.step) * wishes.subpartitions
    expect(used).toBeGreaterThan(0)
    expect(used).toBeLessThan(positionLimit)
  })

  it("has positions for 20 years to come, but for the two hourly tables that the plan asks for", () => {
    const short = anchored.filter(({ key, wishes }) => {
      if (wishes.step.unit === "NUMBER") return false
      const horizon = later(key?.statistics?.high ?? "", 20).slice(0, 19)
      return (slots(wishes.anchor ?? "", horizon, wishes.step) + 1) * wishes.subpartitions > positionLimit
    })
    expect(short.map(({ label }) => label).toSorted()).toEqual(["hr: HR.AUDIT_LOG", "hr: HR.EVENTS"])
  })
})

describe("the examples together", () => {
  const used = (key: string) => new Set(allEntries.map(({ entry }) => entry.target_configuration[key]))

  it("show every core action, every interval unit and every kind of source", () => {
    expect(new Set(allEntries.map(({ entry }) => entry.migration_action))).toEqual(
      new Set([
        "add_interval_partitioning",
        "add_interval_hash_partitioning",
        "convert_interval_to_interval_hash",
        "add_hash_subpartitions",
        "convert_to_interval_hash"
      ])
    )
    expect(new Set([...used("interval_type")].filter((unit) => unit !== undefined))).toEqual(
      new Set(["DAY", "HOUR", "MINUTE", "MONTH", "NUMBER", "QUARTER", "WEEK", "YEAR"])
    )
    const sources = allEntries.map(({ table }) =>
      `${table.partitioning?.type ?? "heap"} ${table.partitioning?.subpartitioning?.type ?? ""}`.trim()
    )
    expect(new Set(sources)).toEqual(
      new Set(["heap", "range", "list", "hash", "range hash", "range list", "list range"])
    )
  })

  it("keep DEPARTMENTS as it is", () => {
    const off = allEntries.filter(({ entry }) => entry.enabled === false).map(({ label }) => label)
    expect(off).toEqual(["hr: HR.DEPARTMENTS"])
  })

  it("count their tables as their metadata say, but for the plan's own numbers", () => {
    const wrong = readExamples.filter(({ config: { metadata, tables }, snapshot }) => {
      if (metadata === undefined) return false
      const selected = tables.filter(({ enabled }) => enabled !== false).length
      return (
        metadata.total_tables_found !== snapshot.tables.length || metadata.tables_selected_for_migration !== selected
      )
    })
    expect(wrong.map(({ folder }) => folder)).toEqual(["plan"])
  })
})
