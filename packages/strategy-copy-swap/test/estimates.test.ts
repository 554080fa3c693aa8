import { describe, expect, it } from "vitest"
import { assumedRates, compareSeconds, indexSeconds, loadSeconds, sourceBytes } from "../src/estimates.ts"
import { migrationOf } from "./strategy-input.ts"
import type { GivenPlan, TableInput } from "./strategy-input.ts"

const sized: TableInput = { segments: { tableBytes: 300_000_000, lobBytes: 100_000_000, indexBytes: 600_000_000 } }
const withSettings = (settings: GivenPlan["settings"] = {}) => migrationOf(sized, { settings })

describe("sourceBytes", () => {
  it("is table and LOB bytes of the segments", () => {
    expect(sourceBytes(migrationOf(sized).source)).toBe(400_000_000)
    expect(sourceBytes(migrationOf({ segments: { tableBytes: 5, lobBytes: null } }).source)).toBe(5)
  })

  it("comes from statistics when segments are unknown, a fifth added for blocks", () => {
    const statistics = { rowCount: 1000, averageRowBytes: 100 }
    expect(sourceBytes(migrationOf({ statistics }).source)).toBe(120_000)
    expect(sourceBytes(migrationOf({ statistics, segments: { tableBytes: null } }).source)).toBe(120_000)
  })

  it("is null when neither is known", () => {
    expect(sourceBytes(migrationOf().source)).toBeNull()
    expect(sourceBytes(migrationOf({ statistics: { rowCount: 1000 } }).source)).toBeNull()
  })
})

describe("seconds", () => {
  it("follow the assumed rates", () => {
    expect(compareSeconds(withSettings())).toBe((2 * 400_000_000) / assumedRates.compare)
    expect(indexSeconds(withSettings())).toBe(600_000_000 / assumedRates.index)
    expect(loadSeconds(withSettings({ validateData: false }))).toBe(400_000_000 / assumedRates.load)
  })

  it("of the load hold the comparison when rows are compared", () => {
    expect(loadSeconds(withSettings())).toBe(10 + 32)
  })

  it("shrink with the degree and never reach zero", () => {
    expect(indexSeconds(withSettings({ parallelDegree: 4 }))).toBe(5)
    expect(indexSeconds(withSettings({ parallelDegree: 1_000_000 }))).toBe(1)
  })

  it("are null when the size is unknown, not zero", () => {
    const unknown = migrationOf()
    expect([loadSeconds(unknown), compareSeconds(unknown), indexSeconds(unknown)]).toEqual([null, null, null])
  })
})
