import { tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { identityRebased } from "../../src/checks/identity-rebased.ts"
import { askCheck } from "../ask-check.ts"

const columns = ["ORDER_ID NUMBER GENERATED ALWAYS AS IDENTITY", "ORDER_DATE DATE NOT NULL"]

describe("OP155 identity-rebased", () => {
  it("says nothing of a table without an identity column", () => {
    expect(askCheck(identityRebased, { source: tableModel() })).toEqual([])
  })

  it("tells where the old sequence stands", () => {
    const [finding] = askCheck(identityRebased, { source: tableModel({ columns, identity: { lastNumber: "50021" } }) })
    expect(finding).toMatchObject({
      code: "OP155",
      severity: "info",
      subject: "HR.ORDERS.ORDER_ID",
      path: "/tables/0/table_name"
    })
    expect(finding?.what).toContain("GENERATED ALWAYS AS IDENTITY")
    expect(finding?.what).toContain("today at 50021")
  })

  it("says so when the sequence was not visible", () => {
    const [finding] = askCheck(identityRebased, { source: tableModel({ columns, identity: { lastNumber: null } }) })
    expect(finding?.what).toContain("not visible")
  })
})
