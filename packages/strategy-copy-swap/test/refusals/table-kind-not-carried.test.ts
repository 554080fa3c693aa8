import { describe, expect, it } from "vitest"
import { tableKindNotCarried } from "../../src/refusals/table-kind-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP240 table-kind-not-carried", () => {
  it.for([
    "index-organized",
    "clustered",
    "global-temporary",
    "external",
    "materialized-view-container",
    "queue-table"
  ] as const)("refuses a table of kind %s and names the kind", (kind) => {
    const [finding] = runRefusalOn(tableKindNotCarried, { kind })
    expect(finding).toMatchObject({ code: "OP240", severity: "error", subject: "HR.ORDERS", evidence: { kind } })
    expect(finding?.what).toContain(kind)
  })

  it("takes a heap table", () => {
    expect(runRefusalOn(tableKindNotCarried, { kind: "heap" })).toEqual([])
  })
})
