import { describe, expect, it } from "vitest"
import { describeUndoHeader } from "../../src/filters/undo-lines.ts"
import { step } from "../sample-plan.ts"

describe("undo_lines", () => {
  it("says what the undo does, until when and what it loses", () => {
    expect(describeUndoHeader(step()).slice(0, 3)).toEqual([
      { label: "Does", text: "drops HR.ORDERS_INT" },
      { label: "Until", text: "step 50" },
      { label: "Loses", text: "nothing" }
    ])
  })

  it("refuses a step that has no undo script", () => {
    expect(() => describeUndoHeader(step({ revert: { kind: "none", reason: "reads only" } }))).toThrow(
      "step 10 has no undo script."
    )
  })
})
