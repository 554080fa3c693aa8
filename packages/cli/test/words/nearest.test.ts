import { describe, expect, it } from "vitest"
import { askForNearest, findNearest } from "../../src/words/nearest.ts"

describe("the nearest word", () => {
  it.for([
    ["plann", "plan"],
    ["plna", "plan"],
    ["--confg", "--config"],
    ["genreate", "generate"],
    ["PLAN", "plan"],
    ["exlpain", "explain"]
  ] as const)("takes %s for %s", ([typed, meant]) => {
    expect(findNearest(typed, ["generate", "explain", "plan", "--config"])).toBe(meant)
  })

  it("offers nothing when all are too far", () => {
    expect(findNearest("discover", ["plan", "explain"])).toBeNull()
    expect(askForNearest("x", ["plan"])).toBe("")
    expect(askForNearest("plam", ["plan"])).toBe(" Did you mean plan?")
  })

  it("prefers the word with fewer edits", () => {
    expect(findNearest("OP102", ["OP201", "OP112", "OP101"])).toBe("OP112")
  })
})
