import { describe, expect, it } from "vitest"
import {
  chooseInitialExtent,
  compareVersions,
  featureSince,
  formatVersion,
  MAX_NEW_FRAGMENTS,
  MAX_POSITIONS,
  MIN_PARTITION_SEGMENT_BYTES,
  parseVersion,
  supportsFeature
} from "../src/limits.ts"
import type { OracleFeature } from "../src/limits.ts"

const release = (major: number, minor: number) => ({ version: { major, minor } })

describe("limits", () => {
  it("are Oracle's published numbers", () => {
    expect(MAX_POSITIONS).toBe(1024 * 1024 - 1)
    expect(MAX_NEW_FRAGMENTS).toBe(125_000)
    expect(MIN_PARTITION_SEGMENT_BYTES).toBe(8_388_608)
  })
})

describe("supportsFeature", () => {
  const releases = [
    release(11, 2),
    release(12, 1),
    release(12, 2),
    release(18, 0),
    release(19, 0),
    release(21, 0),
    release(23, 0)
  ]

  it.each<[OracleFeature, ReadonlyArray<boolean>]>([
    ["interval-partitioning", [true, true, true, true, true, true, true]],
    ["interval-reference-parent", [false, true, true, true, true, true, true]],
    ["drop-last-range-partition", [false, false, true, true, true, true, true]],
    ["modify-to-partitioned", [false, false, true, true, true, true, true]],
    ["modify-partitioning", [false, false, false, true, true, true, true]],
    ["modify-to-nonpartitioned", [false, false, false, false, false, false, true]],
    ["move-partition-online", [false, true, true, true, true, true, true]],
    ["merge-partitions-online", [false, false, false, true, true, true, true]],
    ["partial-indexes", [false, true, true, true, true, true, true]],
    ["identity-columns", [false, true, true, true, true, true, true]],
    ["high-value-json", [false, false, false, false, false, false, true]]
  ])("has %s in the releases of the matrix", (feature, expected) => {
    expect(releases.map((database) => supportsFeature(database, feature))).toEqual(expected)
  })

  it("takes an unknown release for 12.1", () => {
    expect(supportsFeature(null, "identity-columns")).toBe(true)
    expect(supportsFeature(null, "modify-to-partitioned")).toBe(false)
    expect(supportsFeature({ version: null }, "modify-to-partitioned")).toBe(false)
  })
})

describe("versions", () => {
  it("are ordered by major, then minor", () => {
    expect(compareVersions({ major: 12, minor: 2 }, { major: 12, minor: 1 })).toBeGreaterThan(0)
    expect(compareVersions({ major: 9, minor: 2 }, { major: 12, minor: 1 })).toBeLessThan(0)
    expect(compareVersions({ major: 19, minor: 0 }, { major: 19, minor: 0 })).toBe(0)
  })

  it("are read and written as major.minor", () => {
    expect(formatVersion({ major: 12, minor: 1 })).toBe("12.1")
    expect(parseVersion("19.0.0")).toEqual({ major: 19, minor: 0 })
    expect(parseVersion("23")).toEqual({ major: 23, minor: 0 })
    expect(parseVersion("unknown")).toBeNull()
    expect(featureSince("modify-partitioning")).toEqual({ major: 18, minor: 0 })
  })
})

describe("chooseInitialExtent", () => {
  const megabyte = 1024 * 1024

  it("asks for 64 KB where the mean piece is below 4 MB", () => {
    expect(chooseInitialExtent(40 * megabyte, 11)).toBe(65_536)
  })

  it("leaves the tablespace's own first extent from 4 MB on", () => {
    expect(chooseInitialExtent(40 * megabyte, 10)).toBeNull()
  })

  it("leaves it where the size or the number of pieces is unknown", () => {
    expect(chooseInitialExtent(null, 10)).toBeNull()
    expect(chooseInitialExtent(megabyte, null)).toBeNull()
    expect(chooseInitialExtent(megabyte, 0)).toBeNull()
  })
})
