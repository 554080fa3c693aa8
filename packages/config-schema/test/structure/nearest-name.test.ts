import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findNearestName, suggestName } from "../../src/structure/nearest-name.ts"

const columns = ["ORDER_ID", "ORDER_DATE", "CUSTOMER_ID", "STATUS"]

describe("findNearestName", () => {
  it.each([
    ["ORDR_DATE", "ORDER_DATE"],
    ["orderDate", "ORDER_DATE"],
    ["Order-Id", "ORDER_ID"],
    ["STATUSES", "STATUS"]
  ])("finds for %s the name %s", (name, expected) => {
    expect(findNearestName(name, columns)).toBe(expected)
  })

  it.each(["CREATED_AT", "X", "", "__"])("finds nothing for %j", (name) => {
    expect(findNearestName(name, columns)).toBeNull()
  })

  it("always finds a name whose letters stand in another case", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][A-Z_]{0,20}[A-Z]$/), (name) => {
        expect(findNearestName(name.toLowerCase(), ["QQQQQQQQQQQQ", name])).toBe(name)
      })
    )
  })

  it("takes the first of equally close names, so that the answer never changes", () => {
    expect(findNearestName("ITEM_C", ["ITEM_A", "ITEM_B"])).toBe("ITEM_A")
  })

  it("says nothing where it knows nothing", () => {
    expect(suggestName("ORDR_DATE", columns)).toBe("Did you mean ORDER_DATE?")
    expect(suggestName("WEATHER", columns)).toBe("")
  })
})
