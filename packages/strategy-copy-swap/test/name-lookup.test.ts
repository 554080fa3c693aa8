import { describe, expect, it } from "vitest"
import { findOwned, isSameObject } from "../src/name-lookup.ts"

const names = [
  { owner: "HR", name: "A_IX", interim: "A_IX_INT", retained: "A_IX_OLD" },
  { owner: "IX", name: "A_IX", interim: "A_IX_INT2", retained: "A_IX_OLD2" }
]

describe("findOwned", () => {
  it("tells objects of one name in two schemas apart", () => {
    expect(findOwned(names, { owner: "IX", name: "A_IX" })?.interim).toBe("A_IX_INT2")
    expect(findOwned(names, { owner: "HR", name: "A_IX" })?.interim).toBe("A_IX_INT")
    expect(findOwned(names, { owner: "SALES", name: "A_IX" })).toBeUndefined()
  })
})

describe("isSameObject", () => {
  it("asks for schema and name", () => {
    expect(isSameObject({ owner: "HR", name: "A" }, { owner: "HR", name: "A" })).toBe(true)
    expect(isSameObject({ owner: "HR", name: "A" }, { owner: "IX", name: "A" })).toBe(false)
  })
})
