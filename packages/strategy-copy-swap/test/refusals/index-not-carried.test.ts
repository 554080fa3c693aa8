import { index } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { indexNotCarried } from "../../src/refusals/index-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const of = (extras: Parameters<typeof index>[2]) =>
  runRefusalOn(indexNotCarried, { indexes: [index("ORDERS_IX", "ORDER_ID", extras)] })

describe("OP242 index-not-carried", () => {
  it.for([
    [{ type: "domain" }, "domain index"],
    [{ type: "bitmap-join" }, "bitmap join index"],
    [{ type: "other" }, "not known"],
    [{ isPartial: true }, "INDEXING PARTIAL"],
    [{ partitioning: { type: "global-range", columns: ["ORDER_ID"] } }, "GLOBAL BY RANGE"]
  ] as const)("refuses an index with %j", ([extras, reason]) => {
    const findings = of(extras)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ code: "OP242", subject: "HR.ORDERS_IX", severity: "error" })
    expect(findings[0]?.what).toContain(reason)
  })

  it.for([
    {},
    { type: "bitmap" },
    { isReverse: true },
    { partitioning: "local" },
    { partitioning: { type: "global-hash", columns: ["ORDER_ID"], partitions: 8 } }
  ] as const)("takes an index with %j", (extras) => {
    expect(of(extras)).toEqual([])
  })
})
