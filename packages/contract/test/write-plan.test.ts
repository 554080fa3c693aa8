import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { writePlan, writePlanBody } from "../src/index.ts"
import type { MigrationPlan } from "../src/index.ts"

const turnKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turnKeys)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, turnKeys(item)])
      .reverse()
  )
}

// Only the layout is looked at here, so a plan may hold anything that JSON can.
const planWith = (fields: object): MigrationPlan =>
  ({ digest: "d1", madeBy: "orapart 1.0.0", ...fields }) as unknown as MigrationPlan

describe("writePlan", () => {
  it("gives each field, each element of a list and each step's field a line", () => {
    const plan = planWith({
      table: "T",
      names: { ledger: "L", indexes: [{ owner: "HR", name: "A" }, { name: "B" }], triggers: [], ids: ["X", "Y"] },
      steps: [{ id: "load", apply: { template: "t", data: { columns: [{ name: "C", of: [{ a: 1 }] }] } } }]
    })
    expect(writePlan(plan)).toBe(`{
  "table": "T",
  "names": {
    "ids": ["X","Y"],
    "indexes": [
      {"owner":"HR","name":"A"},
      {"name":"B"}
    ],
    "ledger": "L",
    "triggers": []
  },
  "steps": [
    {
      "id": "load",
      "apply": {
        "data": {
          "columns": [
            {"name":"C","of":[{"a":1}]}
          ]
        },
        "template": "t"
      }
    }
  ],
  "digest": "d1",
  "madeBy": "orapart 1.0.0"
}
`)
  })

  it("reads back the same and does not depend on the order of keys, at any depth", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.jsonValue(), (one, other) => {
        const plan = planWith({ one, steps: [other, { id: "a", data: one }] })
        const text = writePlan(plan)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(plan)))
        expect(writePlan(turnKeys(plan) as MigrationPlan)).toBe(text)
      })
    )
  })

  it("gives a plan the text that its copy from a file has: fields without a value count for nothing", () => {
    const plan = planWith({ source: { a: 1, b: undefined, c: 2, d: 3, e: 4 }, steps: [], left: undefined })
    expect(writePlan(plan)).toContain('"source": {"a":1,"c":2,"d":3,"e":4}')
    expect(writePlan(JSON.parse(JSON.stringify(plan)) as MigrationPlan)).toBe(writePlan(plan))
  })

  it("keeps the order of lists and writes numbers as JSON does", () => {
    const bodyOf = (values: ReadonlyArray<unknown>) => writePlanBody(planWith({ values }))
    expect(bodyOf([2, 1])).not.toBe(bodyOf([1, 2]))
    expect(bodyOf([1e21, -0, 0.5, null, true])).toContain(JSON.stringify([1e21, -0, 0.5, null, true]))
  })
})

describe("writePlanBody", () => {
  it("is the text of plan.json up to the digest and who made it", () => {
    const plan = planWith({ table: "T", steps: [] })
    expect(writePlan(plan).startsWith(`${writePlanBody(plan)},\n  "digest"`)).toBe(true)
    expect(writePlanBody(planWith({ table: "T", steps: [], digest: "d2", madeBy: "orapart 2.0.0" }))).toBe(
      writePlanBody(plan)
    )
  })
})
