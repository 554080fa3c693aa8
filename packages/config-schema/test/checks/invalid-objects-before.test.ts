import { dependent, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { invalidObjectsBefore } from "../../src/checks/invalid-objects-before.ts"
import { askCheck } from "../ask-check.ts"

describe("OP165 invalid-objects-before", () => {
  it("says nothing while all dependents are valid", () => {
    expect(askCheck(invalidObjectsBefore, { source: tableModel({ dependents: [dependent("ORDERS_V")] }) })).toEqual([])
  })

  it("lists those that are invalid already", () => {
    const dependents = [dependent("ORDERS_V"), dependent("ORDER_API", { type: "PACKAGE BODY", isValid: false })]
    const [finding] = askCheck(invalidObjectsBefore, { source: tableModel({ dependents }) })
    expect(finding).toMatchObject({
      code: "OP165",
      severity: "info",
      path: "/tables/0/table_name",
      evidence: { invalid: ["PACKAGE BODY HR.ORDER_API"] }
    })
    expect(finding?.what).toContain("1 object that names HR.ORDERS was invalid")
  })
})
