import { describe, expect, it } from "vitest"
import { writeUpdateSet } from "../../src/filters/update-set.ts"
import { column } from "../sample-plan.ts"

describe("update_set", () => {
  it("assigns every column except those of the ON condition (ORA-38104)", () => {
    expect(writeUpdateSet([column("ORDER_ID"), column("STATUS"), column("level")], ["ORDER_ID"], 4, "t", "s")).toBe(
      '    t.STATUS = s.STATUS,\n    t."level" = s."level"'
    )
  })

  it("refuses a table whose columns are all in the key", () => {
    expect(() => writeUpdateSet(["A"], ["A"], 2, "t", "s")).toThrow(
      "every column belongs to the key: leave WHEN MATCHED out."
    )
  })
})
