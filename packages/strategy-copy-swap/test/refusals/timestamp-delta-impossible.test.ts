import { primaryKey, unique } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { timestampDeltaImpossible } from "../../src/refusals/timestamp-delta-impossible.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const columns = [
  "ORDER_ID NUMBER(12) NOT NULL",
  "ORDER_DATE DATE NOT NULL",
  "CODE VARCHAR2(5)",
  "CHANGED_AT TIMESTAMP(6)",
  "SEEN_AT TIMESTAMP(6) WITH TIME ZONE"
]
const constraints = [primaryKey("ORDERS_PK", "ORDER_ID")]
const timestamp = (deltaColumn: string | null) => ({ settings: { deltaSync: "timestamp", deltaColumn } as const })

describe("OP249 timestamp-delta-impossible", () => {
  it("refuses a table without a key to match rows by", () => {
    const [finding] = runRefusalOn(timestampDeltaImpossible, { columns }, timestamp("CHANGED_AT"))
    expect(finding?.what).toContain("no primary or unique key")
  })

  it("does not take a unique key for one when a column may be NULL or the key is not enforced", () => {
    for (const key of [
      unique("U", "CODE"),
      unique("U", "ORDER_ID", { isEnabled: false }),
      unique("U", "ORDER_ID", { isValidated: false })
    ]) {
      expect(
        runRefusalOn(timestampDeltaImpossible, { columns, constraints: [key] }, timestamp("CHANGED_AT"))
      ).toHaveLength(1)
    }
    expect(
      runRefusalOn(
        timestampDeltaImpossible,
        { columns, constraints: [unique("U", "ORDER_ID")] },
        timestamp("CHANGED_AT")
      )
    ).toEqual([])
  })

  it.for([null, "CODE", "MISSING", "SEEN_AT"])(
    "refuses %j as last-change column and lists those that could be",
    (deltaColumn) => {
      const [finding] = runRefusalOn(timestampDeltaImpossible, { columns, constraints }, timestamp(deltaColumn))
      expect(finding?.what).toContain(deltaColumn ?? "not given")
      expect(finding?.evidence["candidates"]).toEqual(["ORDER_DATE", "CHANGED_AT"])
    }
  )

  it("reports both reasons at once", () => {
    expect(runRefusalOn(timestampDeltaImpossible, { columns }, timestamp(null))).toHaveLength(2)
  })

  it("is silent for delta_sync none", () => {
    expect(runRefusalOn(timestampDeltaImpossible, { columns })).toEqual([])
  })
})
