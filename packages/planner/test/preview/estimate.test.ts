import type { LayoutPreview } from "@orapart/contract"
import { index, lob, tableModel } from "@orapart/testkit/builders"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  COMPARE_BYTES_PER_SECOND,
  estimateSeconds,
  FIXED_SECONDS,
  LOAD_BYTES_PER_SECOND,
  sumStepSeconds
} from "../../src/preview/estimate-seconds.ts"
import { estimateSpace } from "../../src/preview/estimate-space.ts"
import { formatBytes } from "../../src/preview/format-bytes.ts"
import { step } from "../fake-plugins.ts"

const gigabyte = 1024 ** 3
const megabyte = 1024 ** 2

const layout = (partitions: number | null, subpartitionsPerPartition: number): LayoutPreview => ({
  interval: "",
  partitions,
  subpartitionsPerPartition,
  rowsPerPartition: null,
  from: null,
  to: null,
  positionsUsed: null,
  hashMaxOverMean: null,
  histogram: []
})

describe("estimateSpace", () => {
  it("takes the data's size where it is more than 8 MB for each touched subpartition", () => {
    const source = tableModel({ segments: { tableBytes: 10 * gigabyte } })
    expect(estimateSpace(source, layout(12, 4)).neededBytes).toBe(10 * gigabyte)
  })

  it("takes 8 MB for each touched subpartition where the data is less", () => {
    const source = tableModel({ segments: { tableBytes: 10 * megabyte } })
    const { basis, neededBytes } = estimateSpace(source, layout(1, 32))
    expect(neededBytes).toBe(256 * megabyte)
    expect(basis).toContain("1 partitions x 32 segments of 8.0 MB")
  })

  it("takes the smaller first extent for each touched subpartition where the plan asks for one", () => {
    const source = tableModel({ segments: { tableBytes: megabyte } })
    const { basis, neededBytes } = estimateSpace(source, layout(100, 4), 64 * 1024)
    expect(neededBytes).toBe(25 * megabyte)
    expect(basis).toContain("100 partitions x 4 segments of 64.0 KB")
  })

  it("counts a partition without subpartitions as one segment", () => {
    expect(estimateSpace(tableModel({ segments: { tableBytes: 0 } }), layout(10, 0)).neededBytes).toBe(80 * megabyte)
  })

  it("adds LOBs in full and indexes by 0.7", () => {
    const source = tableModel({
      columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", "DOC CLOB"],
      indexes: [index("IX", "ORDER_DATE")],
      segments: { tableBytes: gigabyte, lobBytes: 2 * gigabyte, indexBytes: 10 * megabyte }
    })
    const { basis, neededBytes } = estimateSpace(source, layout(1, 1))
    expect(neededBytes).toBe(3 * gigabyte + 7 * megabyte)
    expect(basis).toContain("LOBs 2.0 GB")
    expect(basis).toContain("indexes 10.0 MB x 0.7")
  })

  it("computes the data's size from rows when segments were not read, and says so", () => {
    const source = tableModel({ statistics: { rowCount: 1000, averageRowBytes: 90 } })
    const { basis, neededBytes } = estimateSpace(source, layout(null, 0))
    expect(neededBytes).toBe(110_000)
    expect(basis).toContain("rows times mean row length")
    expect(basis).toContain("number of partitions unknown")
  })

  it("is null, never 0, when the data's size is unknown", () => {
    const { basis, neededBytes } = estimateSpace(tableModel(), layout(3, 4))
    expect(neededBytes).toBeNull()
    expect(basis).toContain("data size unknown")
  })

  it("says which part was not counted when its size is unknown", () => {
    const source = tableModel({
      columns: ["ORDER_ID NUMBER", "ORDER_DATE DATE", "DOC CLOB"],
      indexes: [index("IX", "ORDER_DATE")],
      lobs: [lob("DOC")],
      statistics: { rowCount: 1, averageRowBytes: 1 }
    })
    const { basis } = estimateSpace(source, layout(1, 1))
    expect(basis).toContain("LOBs not counted: size unknown")
    expect(basis).toContain("indexes not counted: size unknown")
  })
})

describe("estimateSeconds", () => {
  const source = tableModel({ segments: { tableBytes: 100 * gigabyte } })

  it("is load plus comparison plus a fixed part for a table without LOBs and indexes", () => {
    const expected =
      FIXED_SECONDS + (100 * gigabyte) / LOAD_BYTES_PER_SECOND + (200 * gigabyte) / COMPARE_BYTES_PER_SECOND
    expect(estimateSeconds(source, { parallelDegree: 1, validateData: true })).toBe(Math.ceil(expected))
  })

  it("leaves the comparison out with validate_data false", () => {
    const without = estimateSeconds(source, { parallelDegree: 1, validateData: false }) ?? 0
    expect(without).toBeLessThan(estimateSeconds(source, { parallelDegree: 1, validateData: true }) ?? 0)
  })

  it("is null when the size is unknown", () => {
    expect(estimateSeconds(tableModel(), { parallelDegree: 4, validateData: true })).toBeNull()
  })

  it("never grows with the degree and never shrinks with the data", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 64 }),
        (one, other, degree) => {
          const seconds = (tableBytes: number, parallelDegree: number) =>
            estimateSeconds(tableModel({ segments: { tableBytes } }), { parallelDegree, validateData: true }) ?? -1
          const [small, large] = [Math.min(one, other), Math.max(one, other)]
          expect(seconds(small, degree)).toBeLessThanOrEqual(seconds(large, degree))
          expect(seconds(large, degree + 1)).toBeLessThanOrEqual(seconds(large, degree))
        }
      )
    )
  })
})

describe("sumStepSeconds", () => {
  const steps = (...seconds: ReadonlyArray<number | null>) =>
    seconds.map((value, n) =>
      step({ id: `s${n}`, number: n, file: `0${n}_s.sql`, estimate: { seconds: value, bytes: null } })
    )

  it("adds up the steps that tell their seconds", () => {
    expect(sumStepSeconds(steps(10, null, 5))).toBe(15)
  })

  it("is null when no step tells", () => {
    expect(sumStepSeconds(steps(null, null))).toBeNull()
  })
})

describe("formatBytes", () => {
  it.each([
    [0, "0 bytes"],
    [1023, "1023 bytes"],
    [1024, "1.0 KB"],
    [8 * megabyte, "8.0 MB"],
    [85.6 * gigabyte, "85.6 GB"],
    [2 ** 60, "1024.0 PB"]
  ])("writes %d as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})
