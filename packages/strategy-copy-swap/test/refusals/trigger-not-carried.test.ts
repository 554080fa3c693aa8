import { trigger } from "@orapart/testkit/builders"
import { describe, expect, it } from "vitest"
import { triggerNotCarried } from "../../src/refusals/trigger-not-carried.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

const of = (given: Parameters<typeof trigger>[1]) =>
  runRefusalOn(triggerNotCarried, { triggers: [trigger("TRG", given)] })

describe("OP246 trigger-not-carried", () => {
  it("refuses a cross-edition trigger", () => {
    const [finding] = of({ isCrossEdition: true })
    expect(finding).toMatchObject({ code: "OP246", severity: "error", subject: "HR.TRG" })
    expect(finding?.advice).toContain("edition")
  })

  it.for(["BEGIN\n/* old:\n/\n*/\n  NULL;\nEND;", "BEGIN\n-- ----\n  NULL;\nEND;"])(
    "takes any text, also one with lines that SQL*Plus would take for its own: %j",
    (body) => {
      expect(of({ body })).toEqual([])
    }
  )
})
