import { grant } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { grantorChanges } from "../../src/refusals/grantor-changes.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP261 grantor-changes", () => {
  it("names each other grantor once and counts the grants", () => {
    const grants = [
      grant("A", "SELECT", { grantor: "X" }),
      grant("B", "INSERT", { grantor: "X" }),
      grant("C", "SELECT", { grantor: "Y" }),
      grant("D", "SELECT")
    ]
    const [finding] = runRefusalOn(grantorChanges, { grants })
    expect(finding).toMatchObject({ code: "OP261", severity: "warning" })
    expect(finding?.what).toContain("3 grant(s) on HR.ORDERS were made by X, Y;")
    expect(finding?.evidence["grants"]).toEqual(["SELECT to A by X", "INSERT to B by X", "SELECT to C by Y"])
  })

  it("is silent when the owner made every grant", () => {
    expect(runRefusalOn(grantorChanges, { grants: [grant("D", "SELECT")] })).toEqual([])
  })
})
