import { describe, expect, it } from "vitest"
import { writeMatchCondition } from "../../src/filters/match-condition.ts"

describe("match_condition", () => {
  it("compares NOT NULL columns, one per line", () => {
    expect(writeMatchCondition(["ORDER_ID", { name: "LINE", nullable: false }], "t", "s", 4)).toBe(
      "t.ORDER_ID = s.ORDER_ID\n    AND t.LINE = s.LINE"
    )
  })

  it("lets NULL match NULL where a column can be NULL", () => {
    expect(writeMatchCondition([{ name: "CODE", nullable: true }], "t", "s")).toBe(
      "(t.CODE = s.CODE OR (t.CODE IS NULL AND s.CODE IS NULL))"
    )
  })

  it("refuses to match by nothing", () => {
    expect(() => writeMatchCondition([], "t", "s")).toThrow("the list of key columns is empty.")
  })
})
