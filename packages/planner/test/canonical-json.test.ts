import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { writeCanonicalJson } from "../src/canonical-json.ts"

const shuffleKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffleKeys)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, shuffleKeys(item)])
      .reverse()
  )
}

describe("writeCanonicalJson", () => {
  it("sorts keys by code unit at every depth", () => {
    expect(writeCanonicalJson({ b: { z: 1, Z: 2 }, a: [{ y: null, x: "\u0007" }] })).toBe(
      `{"a":[{"x":"\\u0007","y":null}],"b":{"Z":2,"z":1}}`
    )
  })

  it("leaves out keys whose value is undefined", () => {
    expect(writeCanonicalJson({ a: undefined, b: 1 })).toBe(`{"b":1}`)
  })

  it("keeps the order of lists", () => {
    expect(writeCanonicalJson([2, 1])).not.toBe(writeCanonicalJson([1, 2]))
  })

  it("is valid JSON of the same value and does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = writeCanonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(writeCanonicalJson(shuffleKeys(value))).toBe(text)
      })
    )
  })
})
