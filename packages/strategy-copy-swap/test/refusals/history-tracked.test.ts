import { describe, expect, it } from "vitest"
import { historyTracked } from "../../src/refusals/history-tracked.ts"
import { runRefusalOn } from "../run-refusal-on.ts"

describe("OP244 history-tracked", () => {
  it("refuses a table that a flashback archive tracks, and names the archive", () => {
    const [finding] = runRefusalOn(historyTracked, { flashbackArchive: "FDA_7Y" })
    expect(finding).toMatchObject({ code: "OP244", severity: "error", evidence: { archive: "FDA_7Y" } })
    expect(finding?.what).toContain("FDA_7Y")
  })

  it("takes a table that none tracks", () => {
    expect(runRefusalOn(historyTracked)).toEqual([])
  })
})
