import { index, tableModel } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { indexType } from "../../src/checks/index-type.ts"
import { askCheck } from "../ask-check.ts"

describe("OP123 index-type", () => {
  it("takes B-tree and bitmap indexes", () => {
    const source = tableModel({ indexes: [index("A_IX", "ORDER_DATE"), index("B_IX", "ORDER_ID", { type: "bitmap" })] })
    expect(askCheck(indexType, { source })).toEqual([])
  })

  it.each(["domain", "bitmap-join", "other"] as const)("refuses an index of the type %s by name", (type) => {
    const source = tableModel({ indexes: [index("TEXT_IX", "ORDER_ID", { type })] })
    const [finding] = askCheck(indexType, { source })
    expect(finding).toMatchObject({
      code: "OP123",
      severity: "error",
      subject: "HR.TEXT_IX",
      path: "/tables/0/table_name"
    })
    expect(finding?.why).not.toBe("")
  })

  it("gives the reason of the layout: composite never, single level by release", () => {
    const source = tableModel({ indexes: [index("TEXT_IX", "ORDER_ID", { type: "domain" })] })
    const single = { target_configuration: { subpartition_type: "NONE" } }
    expect(askCheck(indexType, { source })[0]?.why).toContain("composite")
    expect(askCheck(indexType, { source, table: single })[0]?.why).toContain("ORA-14762")
  })
})
