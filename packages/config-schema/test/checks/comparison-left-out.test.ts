import { describe, expect, it } from "vitest"
import { comparisonLeftOut } from "../../src/checks/comparison-left-out.ts"
import { askCheck } from "../ask-check.ts"

describe("OP163 comparison-left-out", () => {
  it("warns when the rows are not compared", () => {
    const [finding] = askCheck(comparisonLeftOut, {
      snapshot: null,
      table: { migration_settings: { validate_data: false } }
    })
    expect(finding).toMatchObject({
      code: "OP163",
      severity: "warning",
      path: "/tables/0/migration_settings/validate_data"
    })
  })

  it("is silent when they are, said or by default", () => {
    expect(
      askCheck(comparisonLeftOut, { snapshot: null, table: { migration_settings: { validate_data: true } } })
    ).toEqual([])
    expect(askCheck(comparisonLeftOut, { snapshot: null })).toEqual([])
  })
})
