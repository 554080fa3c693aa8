import { describe, expect, it } from "vitest"
import { mergeSteps } from "../../src/steps/merge-steps.ts"
import { step } from "../fake-plugins.ts"

const create = step({ id: "create-table", number: 10, file: "10_create_table.sql" })
const drop = step({ id: "drop-old-table", number: 70, file: "70_drop_old_table.sql" })
const archive = step({ id: "archive-rows", number: 25, file: "25_archive_rows.sql" })

const problems = (
  strategySteps: Parameters<typeof mergeSteps>[1],
  extraSteps: Parameters<typeof mergeSteps>[2] = [],
  last = "drop-old-table"
) =>
  mergeSteps("HR.ORDERS", strategySteps, extraSteps, last).findings.map((finding) => [
    finding.code,
    finding.evidence["problem"]
  ])

describe("mergeSteps", () => {
  it("puts an action's steps between the strategy's by number", () => {
    const { findings, steps } = mergeSteps("HR.ORDERS", [create, drop], [archive], "drop-old-table")
    expect(steps.map((one) => one.id)).toEqual(["create-table", "archive-rows", "drop-old-table"])
    expect(findings).toEqual([])
  })

  it("refuses a repeated id, number and file, each by name", () => {
    expect(problems([create, drop], [{ ...archive, id: "create-table" }])).toEqual([
      ["OP234", "id create-table is used by create-table and create-table"]
    ])
    expect(problems([create, drop], [{ ...archive, number: 70, file: "70_archive.sql" }])).toEqual([
      ["OP234", "number 70 is used by drop-old-table and archive-rows"]
    ])
    expect(problems([create, drop], [{ ...archive, file: "10_create_table.sql" }])).toEqual([
      ["OP234", "file 10_create_table.sql is used by create-table and archive-rows"],
      ["OP234", "file 10_create_table.sql of step archive-rows does not start with 25_"]
    ])
  })

  it("refuses a repeated undo file", () => {
    const revert = {
      kind: "script",
      file: "25_undo.sql",
      script: { template: "x:y", data: {} },
      does: "",
      until: "",
      loses: ""
    } as const
    const second = step({ id: "second", number: 26, file: "26_second.sql", revert })
    expect(problems([create, drop], [{ ...archive, revert }, second])).toEqual([
      ["OP234", "undo file 25_undo.sql is used by archive-rows and second"],
      ["OP234", "file 25_undo.sql of step second does not start with 26_"]
    ])
  })

  it("refuses a number outside 0 to 99 and one that is not whole", () => {
    const numbered = (number: number, file: string) => problems([create, drop], [{ ...archive, number, file }]).flat()
    expect(numbered(100, "100_x.sql")[1]).toContain("number 100")
    expect(numbered(-1, "-1_x.sql")[1]).toContain("number -1")
    expect(numbered(12.5, "12.5_x.sql")[1]).toContain("number 12.5")
  })

  it("takes numbers below ten with two digits in the file name", () => {
    expect(problems([step({ id: "preflight", number: 0, file: "00_preflight.sql" }), drop])).toEqual([])
  })

  it("refuses a point of no return that names no step", () => {
    expect(problems([create, drop], [], "elsewhere")).toEqual([
      ["OP234", "the point of no return names elsewhere, which is no step"]
    ])
  })
})
