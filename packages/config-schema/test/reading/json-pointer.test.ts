import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { joinPointer, readablePath, splitPointer, valueAt } from "../../src/reading/json-pointer.ts"

describe("JSON pointers", () => {
  it("come apart into the steps they were made of", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (steps) => {
        expect(splitPointer(joinPointer(steps))).toEqual(steps)
      })
    )
  })

  it("lead to values, own ones only", () => {
    const root = { a: [{ "x/y": 5 }] }
    expect(valueAt(root, "/a/0/x~1y")).toBe(5)
    expect(valueAt(root, "/a/0/toString")).toBeUndefined()
    expect(valueAt(root, "")).toBe(root)
  })

  it("read as people write paths", () => {
    expect(readablePath("/tables/3/target_configuration/store_in/0")).toBe("tables[3].target_configuration.store_in[0]")
    expect(readablePath("")).toBe("")
  })
})
