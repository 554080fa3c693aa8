import { describe, expect, it } from "vitest"
import { estimateTime } from "../../src/filters/estimate-time.ts"

describe("estimate_time", () => {
  it.each([
    [0, "less than 1 s"],
    [45, "about 45 s"],
    [90, "about 1 min 30 s"],
    [7800, "about 2 h 10 min"],
    [7199, "about 2 h"],
    [3600, "about 1 h"],
    [97_200, "about 1 d 3 h"],
    [172_799, "about 2 d"]
  ])("says %d s as %s", (seconds, words) => {
    expect(estimateTime(seconds)).toBe(words)
  })

  it("says when it is not known", () => {
    expect(estimateTime(null)).toBe("not known")
  })

  it("refuses a negative span", () => {
    expect(() => estimateTime(-1)).toThrow("-1 is no span of seconds.")
  })
})
