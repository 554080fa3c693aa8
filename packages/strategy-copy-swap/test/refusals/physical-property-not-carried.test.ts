import { describe, expect, it } from "vitest"
import { physicalPropertyNotCarried } from "../../src/refusals/physical-property-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP248 physical-property-not-carried", () => {
  it("refuses INMEMORY and attribute clustering, both at once, each with its statement", () => {
    const findings = runRefusalOn(physicalPropertyNotCarried, { storage: { isInMemory: true, hasClustering: true } })
    expect(findings.map(({ evidence }) => evidence["property"])).toEqual(["INMEMORY", "attribute clustering"])
    expect(findings.map(({ advice }) => advice).join(" ")).toMatch(/NO INMEMORY.*DROP CLUSTERING/u)
  })

  it("takes every other physical property", () => {
    const storage = {
      isCache: true,
      isRowArchival: true,
      hasRowDependencies: true,
      isResultCacheForced: true,
      compressFor: "QUERY HIGH"
    }
    expect(runRefusalOn(physicalPropertyNotCarried, { storage })).toEqual([])
  })
})
