import { describe, expect, it } from "vitest"
import { describeMasterHeader } from "../../src/filters/master-lines.ts"
import { plan, step } from "../sample-plan.ts"

const steps = [
  step({ number: 20, file: "20_data_load.sql", estimate: { seconds: 7195, bytes: null } }),
  step({ number: 10, file: "10_create_table.sql" }),
  step({ number: 50, file: "50_swap_tables.sql", master: 2, estimate: { seconds: null, bytes: null } }),
  step({ number: 70, file: "70_drop_old_table.sql", master: null })
]

describe("master_lines", () => {
  it("names the files of one master in running order and the time they take together", () => {
    const lines = describeMasterHeader(plan({ steps }), 1)
    expect(lines.slice(0, 2)).toEqual([
      { label: "Runs", text: "10_create_table.sql, 20_data_load.sql" },
      { label: "Time", text: "about 2 h" }
    ])
  })

  it("does not know the time when one step's is not known", () => {
    expect(describeMasterHeader(plan({ steps }), 2)[1]).toEqual({ label: "Time", text: "not known" })
  })

  it("refuses a master without steps", () => {
    expect(() => describeMasterHeader(plan({ steps: [] }), 1)).toThrow("no step of the plan belongs to master 1.")
  })
})
