import { describe, expect, it } from "vitest"
import { estimatedHours } from "../../src/checks/estimated-hours.ts"
import { askCheck } from "../ask-check.ts"

const ask = (estimated_hours: number) =>
  askCheck(estimatedHours, { snapshot: null, table: { migration_settings: { estimated_hours } } })

describe("OP167 estimated-hours", () => {
  it("takes hours up to a month", () => {
    expect([0, 0.1, 9.4, 720].flatMap(ask)).toEqual([])
    expect(ask(720.5)).toHaveLength(1)
  })

  it("asks back above", () => {
    const [finding] = ask(5400)
    expect(finding).toMatchObject({
      code: "OP167",
      severity: "warning",
      path: "/tables/0/migration_settings/estimated_hours"
    })
    expect(finding?.what).toBe("estimated_hours of HR.ORDERS is 5400: 225 days.")
    expect(finding?.advice).toContain("for 5400 minutes that is 90")
  })
})
