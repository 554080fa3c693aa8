import { describe, expect, it } from "vitest"
import { formatDuration } from "../../src/filters/format-duration.ts"

describe("format_duration", () => {
  it.each([
    [0, "0 s"],
    [59.6, "1 min"],
    [7805, "2 h 10 min 5 s"],
    [90_061, "1 d 1 h 1 min 1 s"]
  ])("writes %d s as %s", (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words)
  })

  it("says when it is not known", () => {
    expect(formatDuration(null)).toBe("not known")
  })
})
