import { describe, expect, it } from "vitest"
import { writeParallelHint } from "../../src/filters/parallel-hint.ts"

describe("parallel_hint", () => {
  it("names the table's alias and the degree", () => {
    expect(writeParallelHint(8, "t")).toBe("PARALLEL(t, 8)")
  })

  it("is empty at degree 1", () => {
    expect(writeParallelHint(1, "t")).toBe("")
  })

  it("refuses what is no degree", () => {
    expect(() => writeParallelHint(0, "t")).toThrow("0 is no degree of parallelism.")
    expect(() => writeParallelHint(2.5, "t")).toThrow("2.5 is no degree of parallelism.")
  })
})
