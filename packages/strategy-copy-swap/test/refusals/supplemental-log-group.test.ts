import { supplementalLog } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { supplementalLogGroup } from "../../src/refusals/supplemental-log-group.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP247 supplemental-log-group", () => {
  it("refuses a named group and names it with its columns", () => {
    const supplementalLogs = [supplementalLog({ kind: "named-group", groupName: "ORDERS_LG", columns: ["ORDER_ID"] })]
    const [finding] = runRefusalOn(supplementalLogGroup, { supplementalLogs })
    expect(finding).toMatchObject({
      code: "OP247",
      severity: "error",
      evidence: { group: "ORDERS_LG", columns: ["ORDER_ID"] }
    })
    expect(finding?.what).toContain("ORDERS_LG")
  })

  it("takes unconditional logging of every kind", () => {
    const supplementalLogs = (["primary-key", "unique", "foreign-key", "all"] as const).map((kind) =>
      supplementalLog({ kind })
    )
    expect(runRefusalOn(supplementalLogGroup, { supplementalLogs })).toEqual([])
  })
})
